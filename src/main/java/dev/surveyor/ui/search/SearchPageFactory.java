package dev.surveyor.ui.search;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageFactory;
import dev.surveyor.ui.page.RecordFiles;
import dev.surveyor.ui.page.Workbench;

/**
 * Makes the pages that search topics.
 *
 * @param decodings how the records of each connection are read
 * @param files asks which records of a file to send to the topic
 */
public record SearchPageFactory(Toolkit toolkit, Workbench workbench, Decodings decodings, RecordFiles files)
        implements PageFactory {

    @Override
    public Page make(PageAddress address, ClusterSession session) {
        String topic = address.object();
        Toolkit about = toolkit.about(session.profile());
        Decoding decoding = decodings.of(session.profile().id());
        return new SearchPage(
                topic,
                session.searches(),
                decoding,
                new SearchTools(about, workbench.tasks()),
                matches -> new SearchedRecords(about, workbench, decoding, files, session, matches),
                match -> workbench.showRecord(session, match),
                () -> files.importInto(session, topic));
    }
}
