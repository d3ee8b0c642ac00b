package dev.surveyor.ui.topics;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageFactory;

/**
 * Makes the pages that list the brokers of a connection.
 *
 * @param ui where answers are taken
 */
public record BrokersPageFactory(UiExecutor ui) implements PageFactory {

    @Override
    public Page make(PageAddress address, ClusterSession session) {
        return new BrokersPage(session.cluster(), ui);
    }
}
