package dev.surveyor.ui.shell;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.search.SearchPage;
import dev.surveyor.ui.search.SearchTools;
import dev.surveyor.ui.settings.Preferences;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Makes the pages that search topics, and the ways to them.
 *
 * @param transfers asks where to write matches
 * @param window opens the page of a search, and the record of a match
 */
record SearchPages(ShellServices services, Preferences preferences, Transfers transfers, Features.Window window) {

    SearchPage make(PageAddress address, ClusterSession session) {
        String topic = address.object();
        return new SearchPage(
                topic,
                session.searches(),
                services.decodings().of(session.profile().id()),
                new SearchTools(
                        services.clipboards(),
                        services.ui(),
                        services.pulse(),
                        services.background(),
                        services.clock(),
                        preferences.zone(),
                        window.tasks()),
                matches -> new SearchedRecords(
                        services,
                        preferences,
                        session,
                        matches,
                        record -> window.resend(session, record),
                        which -> transfers.exportMatches(session, topic, which)),
                place -> window.goTo(session, place));
    }

    /** Returns the actions of a topic's page, with the one that opens its search before them. */
    List<Node> withSearch(List<Node> actions, PageAddress topic) {
        Button search = Controls.button(
                "topic-search",
                "Search topic…",
                "Search all that the topic keeps (Ctrl+Shift+F)",
                () -> window.open(new PageAddress(PageAddress.Kind.SEARCH, topic.profileId(), topic.object())),
                "flat",
                "small");
        search.setGraphic(new FontIcon(Feather.SEARCH));
        List<Node> all = new ArrayList<>(List.of(search));
        all.addAll(actions);
        return all;
    }
}
