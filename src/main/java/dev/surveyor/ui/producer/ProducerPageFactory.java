package dev.surveyor.ui.producer;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageFactory;
import dev.surveyor.ui.page.Workbench;

/** Makes the producers in tabs. */
public record ProducerPageFactory(Toolkit toolkit, Workbench workbench) implements PageFactory {

    @Override
    public Page make(PageAddress address, ClusterSession session) {
        ProducerContext context = new ProducerContext(
                session,
                toolkit.about(session.profile()),
                sent -> workbench.showRecord(session, sent),
                () -> workbench.showList("Events"));
        return new ProducerPage(context, address.object());
    }
}
