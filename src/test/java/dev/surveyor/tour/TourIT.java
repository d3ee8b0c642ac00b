package dev.surveyor.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goes through the main job as a newcomer does, from an empty folder, and takes a picture at every station. */
@Tag("tour")
class TourIT {

    private static final Path PICTURES = Path.of(System.getProperty("tour.dir", "target/tour"));

    @ParameterizedTest
    @EnumSource
    void main_job_from_an_empty_folder(TourWindow.Size size, @TempDir Path home) throws Exception {
        try (TourWindow window = new TourWindow(home, PICTURES, size)) {
            sandbox(window);
            table(window);
            inspector(window);
            filter(window);
            producer(window);
            seek(window);
            group(window);
            topics(window);
            search(window);
            lists(window);
            connections(window);
            brokerGone(window);
        }
        try (TourWindow window = new TourWindow(home, PICTURES, size)) {
            nextStart(window);
        }
        System.out.println("The pictures are in " + PICTURES.toAbsolutePath());
    }

    private static void sandbox(TourWindow window) {
        window.picture("01-welcome");
        long clicked = System.nanoTime();
        window.click("welcome-start-sandbox");
        window.until(
                "the first record", () -> window.find("records-table").isPresent() && window.rows("records-table") > 0);
        System.out.println("From the click to a moving table: " + (System.nanoTime() - clicked) / 1_000_000 + " ms");
    }

    private static void table(TourWindow window) {
        window.type("sandbox-rate", "50");
        window.robot().type(KeyCode.ENTER);
        window.until("40 rows", () -> window.rows("records-table") >= 40);
        window.picture("02-table");
    }

    private static void inspector(TourWindow window) {
        window.click("records-table");
        window.unfoldInspector();
        window.until("a record in the inspector", () -> window.text("inspector-reference")
                .startsWith("orders["));
        window.picture("03-inspector");
        Gestures.wheelUp(window.robot(), 1);
        window.picture("04-browsing");
        window.foldInspector();
        window.click("records-pause");
        window.until("paused", () -> window.text("records-state").contains("Paused"));
        window.click("records-pause");
        window.click("records-follow");
    }

    private static void filter(TourWindow window) {
        window.type("records-filter", "value.status=paid && p:0,1,2,3");
        window.robot().type(KeyCode.ENTER);
        window.until(
                "matches counted", () -> window.text("records-filter-matches").contains("of"));
        window.picture("05-filter");
        window.type("records-filter", "value.total>");
        window.robot().type(KeyCode.ENTER);
        window.until("the error names its column", () -> window.text("records-filter-error")
                .contains("col "));
        window.picture("06-filter-error");
        window.click("records-filter-clear");
    }

    private static void producer(TourWindow window) {
        window.click("toolbar-produce");
        window.type("producer-key", "cust-24");
        window.until("a partition is predicted", () -> window.find("producer-predicted")
                .isPresent());
        window.writeCode("producer-value", "{ \"id\": 9007199254740993, \"status\": \"paid\" }");
        window.click("producer-header-add");
        window.click("producer-send");
        window.until("acknowledged", () -> window.text("producer-acked").contains("1"));
        window.picture("07-producer");
        window.click("producer-show-1");
        window.until("the table is there", () -> window.find("records-table").isPresent());
        window.unfoldInspector();
        window.until("the record is selected", () -> window.text("inspector-reference")
                .startsWith("orders["));
        window.picture("08-sent-record");
        window.foldInspector();
    }

    private static void seek(TourWindow window) {
        window.click("records-seek");
        window.click("seek-to-beginning");
        window.until("rows", () -> window.rows("seek-table") == 6);
        window.picture("09-seek");
        window.click("seek-apply");
        window.until("the dialog is gone", () -> window.find("seek-dialog").isEmpty());
        window.picture("10-after-seek");
    }

    private static void group(TourWindow window) {
        window.click("toolbar-groups");
        window.type("palette-query", "billing");
        window.robot().type(KeyCode.ENTER);
        window.click("group-member-add");
        window.type("group-add-topics", "orders");
        window.click("group-add-start");
        window.until("the first member owns partitions", () -> window.rows("group-events") >= 2);
        window.click("group-member-add");
        window.click("group-add-start");
        window.until("a rebalance", () -> window.rows("group-events") >= 5);
        UiWait.frames(120);
        window.picture("11-group");
    }

    private static void topics(TourWindow window) {
        window.goTo("audit");
        window.picture("12-never-started");
        window.click("records-begin-beginning");
        window.until("audit's records", () -> window.rows("records-table") > 5);
        window.picture("13-audit");
        window.click("topic-tab-partitions");
        window.until("partitions", () -> window.rows("topic-partitions-table") == 1);
        window.picture("14-partitions");
        window.click("topic-tab-config");
        window.until("settings", () -> window.rows("topic-config-table") > 5);
        window.picture("15-config");
        window.goTo("transfers");
        window.click("records-begin-beginning");
        window.until("transfers' records", () -> window.rows("records-table") > 5);
        window.picture("16-transfers");
    }

    private static void search(TourWindow window) {
        window.goTo("orders");
        window.click("topic-search");
        window.type("search-filter", "value.status=cancelled");
        window.click("search-start");
        window.until("the certificate", () -> window.text("search-verdict").contains("omplete"));
        window.picture("16b-search");
        window.selectRow("search-matches", 1);
        window.until("the match in the inspector", () -> window.text("inspector-reference")
                .startsWith("orders["));
        window.picture("16c-match");
        window.click("search-export");
        window.until("the matches to export", () -> window.text("transfer-export-amount")
                .contains("matches that are kept"));
        window.picture("16d-export-matches");
        window.click("transfer-export-close");
        window.goTo("Import records\u2026");
        window.picture("16e-import");
        window.click("transfer-import-close");
    }

    private static void lists(TourWindow window) {
        window.click("bottom-events");
        window.until("events", () -> window.rows("events-table") > 3);
        window.picture("17-events");
        window.click("bottom-rebalances");
        window.picture("18-rebalances");
        window.click("bottom-log");
        window.picture("19-log");
        window.click("bottom-log");
        window.click("context-command");
        window.type("palette-query", "orders[3]@10");
        window.picture("20-palette");
        window.robot().type(KeyCode.ESCAPE);
        window.click("toolbar-settings");
        window.picture("21-settings");
        window.robot().type(KeyCode.ESCAPE);
        window.click("toolbar-help");
        window.picture("22-keys");
        window.robot().type(KeyCode.ESCAPE);
    }

    private static void connections(TourWindow window) {
        window.click("toolbar-connect");
        window.choose("toolbar-connect-manage");
        window.click("connections-add");
        window.type("connection-name", "orders-prod");
        window.type("connection-servers", "b1.orders.example:9093, b2.orders.example:9093");
        window.click("connection-environment-production");
        window.click("connection-tab-properties");
        window.click("connection-property-add");
        window.type("connection-property-0-name", "request.timeout.ms");
        window.type("connection-property-0-value", "soon");
        // What is wrong is said once the field is left.
        window.robot().type(KeyCode.TAB);
        window.picture("23-connections");
        window.type("connection-property-0-value", "20000");
        window.click("connection-save");
        window.picture("24-connection-saved");
    }

    private static void brokerGone(TourWindow window) {
        window.click("toolbar-connect");
        window.choose("toolbar-connect-sandbox");
        window.goTo("orders");
        window.until("the table is there", () -> window.find("records-table").isPresent());
        if (!window.text("records-state").equals("Live")) {
            window.click("records-follow");
        }
        int before = window.rows("records-table");
        window.click("sandbox-stop");
        window.until("the banner", () -> window.find("records-banner").isPresent());
        window.picture("25-broker-gone");
        assertThat(window.rows("records-table")).as("rows stay").isGreaterThanOrEqualTo(before);
        window.click("sandbox-start");
        window.until("it recovers alone", () -> window.text("records-state").equals("Live"));
        TableView<?> table = window.table("records-table");
        int rows = table.getItems().size();
        window.until("new records", () -> table.getItems().size() > rows);
        window.picture("26-recovered");
    }

    private static void nextStart(TourWindow window) {
        window.until("the tabs are back", () -> window.find("tab-orders").isPresent());
        window.picture("27-next-start");
    }
}
