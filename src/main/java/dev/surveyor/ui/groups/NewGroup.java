package dev.surveyor.ui.groups;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.Workbench;

/**
 * Asks for the name of a group, which need not exist yet, and opens its page.
 *
 * @param dialogs asks
 */
public record NewGroup(Dialogs dialogs, Workbench workbench) {

    /** Asks on behalf of that connection. */
    public void ask(ClusterSession session) {
        dialogs.about(session.profile())
                .askText(
                        new Dialogs.TextRequest("New group", "Group id (group.id)", "", "Open the group"),
                        name -> workbench.open(PageAddress.of(PageAddress.Kind.GROUP, session, name.strip())));
    }
}
