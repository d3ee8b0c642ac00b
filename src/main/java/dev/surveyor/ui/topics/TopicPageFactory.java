package dev.surveyor.ui.topics;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageFactory;
import dev.surveyor.ui.page.Workbench;

/**
 * Makes the pages of topics around the pages of their records.
 *
 * @param ui where answers are taken
 * @param records makes the page of a topic's records
 */
public record TopicPageFactory(UiExecutor ui, Workbench workbench, PageFactory records) implements PageFactory {

    @Override
    public Page make(PageAddress address, ClusterSession session) {
        return new TopicPage(
                address.object(),
                session.cluster(),
                ui,
                records.make(address, session),
                group -> workbench.open(PageAddress.of(PageAddress.Kind.GROUP, session, group)));
    }
}
