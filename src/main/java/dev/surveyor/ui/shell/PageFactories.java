package dev.surveyor.ui.shell;

import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.groups.GroupPageFactory;
import dev.surveyor.ui.page.PageAddress.Kind;
import dev.surveyor.ui.page.PageFactory;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.producer.ProducerPageFactory;
import dev.surveyor.ui.records.page.RecordsPageFactory;
import dev.surveyor.ui.records.page.TableLook;
import dev.surveyor.ui.search.SearchPageFactory;
import dev.surveyor.ui.seek.SeekDialogs;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.topics.BrokersPageFactory;
import dev.surveyor.ui.topics.TopicPageFactory;
import dev.surveyor.ui.transfer.TransferDialogs;
import java.util.Map;

/** Which feature makes the pages of each kind. A new kind of page is one more line here. */
final class PageFactories {

    private PageFactories() {}

    /**
     * Returns the factory of each kind of address.
     *
     * @param decodings how the records of each connection are read
     * @param dragFiles writes the files of records that are dragged out of the window
     */
    static Map<Kind, PageFactory> of(
            Toolkit toolkit, Workbench workbench, Preferences preferences, Decodings decodings, DragFiles dragFiles) {
        TransferDialogs files = new TransferDialogs(toolkit, workbench, decodings);
        SeekDialogs seek = new SeekDialogs(toolkit, workbench);
        TableLook look = new TableLook(preferences.rowHeight(), preferences.newestFirst(), preferences::bufferLimits);
        RecordsPageFactory records =
                new RecordsPageFactory(toolkit, workbench, look, decodings, dragFiles, files, seek::ofConsumer);
        return Map.of(
                Kind.TOPIC, new TopicPageFactory(toolkit.ui(), workbench, records),
                Kind.TOPICS, records,
                Kind.PRODUCER, new ProducerPageFactory(toolkit, workbench),
                Kind.GROUP, new GroupPageFactory(toolkit, seek::ofGroup),
                Kind.BROKERS, new BrokersPageFactory(toolkit.ui()),
                Kind.SEARCH, new SearchPageFactory(toolkit, workbench, decodings, files));
    }
}
