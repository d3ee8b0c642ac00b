package dev.surveyor.ui.groups;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageFactory;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Makes the pages of consumer groups.
 *
 * @param seek asks where the group of an id goes on
 */
public record GroupPageFactory(Toolkit toolkit, BiConsumer<ClusterSession, String> seek) implements PageFactory {

    @Override
    public Page make(PageAddress address, ClusterSession session) {
        return new GroupPage(
                session,
                address.object(),
                List.of(),
                toolkit.about(session.profile()),
                () -> seek.accept(session, address.object()));
    }
}
