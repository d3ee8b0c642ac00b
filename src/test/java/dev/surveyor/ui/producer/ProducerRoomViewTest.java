package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.parts.PageHost;
import dev.surveyor.ui.testing.Fits;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whatever a delivery says, nothing of the page leaves its place in the smallest window. */
@ExtendWith(ApplicationExtension.class)
class ProducerRoomViewTest {

    /** What the smallest window leaves a page beside the sidebar. */
    private static final double WIDTH = 740;

    private static final double HEIGHT = 404;
    private static final String LONG =
            "a very long text that a broker says when it does not like what it was sent ".repeat(6);

    private final ProducerRig rig = new ProducerRig();
    private final FakeProducers producers = rig.producers;
    private final ManualPulse pulse = rig.pulse;
    private final ManualClock clock = rig.clock;
    private PageHost place;
    private ProducerPage page;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        new Theme().install();
        place = new PageHost();
        Stages.show(shown, new Scene(place, WIDTH, HEIGHT));
    }

    @BeforeEach
    void open() {
        page = UiWait.onFx(() -> {
            rig.zone.set(ZoneId.of("Asia/Kolkata"));
            ProducerPage made = new ProducerPage(rig.context(new FxUiExecutor()), "orders");
            place.show(made.content());
            return made;
        });
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(() -> page.close());
    }

    private void fits(String picture) {
        UiWait.runOnFx(pulse::tick);
        Pictures.check(stage, Path.of("target/pictures/producer-room-" + picture + ".png"));
        assertThat(Fits.wrongIn(place)).isEmpty();
        assertThat(UiWait.onFx(() -> page.content().getLayoutBounds().getWidth()))
                .isLessThanOrEqualTo(WIDTH);
        for (String id : List.of("send", "flush")) {
            Node button = page.content().lookup("#producer-" + id);
            assertThat(UiWait.onFx(() -> place.sceneToLocal(button.localToScene(button.getLayoutBounds()))
                            .getMaxY()))
                    .as(id)
                    .isLessThan(HEIGHT);
        }
    }

    /** Sends a few, with numbers as after hours of sending. */
    private void send() {
        UiWait.runOnFx(() -> {
            page.model().form().opaqueProperty().set("tag-".repeat(20));
            for (int i = 0; i < 4; i++) {
                page.model().send();
            }
        });
        producers.last().counted = new Counts(123_456_789, 1_234_567, 1_234_567, 118_000_000, 12_345, 1_234_567);
    }

    @Test
    void a_page_that_has_sent_nothing() {
        fits("new");
    }

    @Test
    void what_is_chosen_for_partition_and_time_can_be_read() {
        assertThat(chosen("#producer-partition")).isEqualTo("Auto (by key)");
        assertThat(chosen("#producer-timestamp-kind")).isEqualTo("Now, per record");
    }

    /** Returns the letters that are drawn, which end in an ellipsis where there is no room. */
    private String chosen(String combo) {
        UiWait.runOnFx(pulse::tick);
        UiWait.frames(2);
        return UiWait.onFx(() -> page.content().lookup(combo).lookupAll(".list-cell .text").stream()
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining()));
    }

    @Test
    void counts_of_nine_digits_and_latencies_of_five() {
        send();
        producers.last().acknowledge(0, 3, Duration.ofMillis(12_345));
        producers.last().acknowledge(1, 3, Duration.ofMillis(98_765));
        fits("counts");
        for (String id : List.of("queued", "in-flight", "acked", "unanswered", "failed", "sent", "latency")) {
            Label count = (Label) page.content().lookup("#producer-" + id);
            if (count.isVisible()) {
                assertThat(count.getWidth()).as(id).isGreaterThanOrEqualTo(count.prefWidth(-1) - 1);
            }
        }
    }

    @Test
    void a_flush_that_was_not_confirmed_in_time() {
        send();
        producers.last().fail(2, LONG);
        UiWait.runOnFx(() -> page.model().flush().start());
        fits("flushing");
        clock.forward(Duration.ofHours(1));
        UiWait.runOnFx(() -> producers.last().flushes.get(0).complete(List.of()));
        UiWait.until(
                "the time is up", () -> page.model().flush().stateProperty().get() != Flush.State.WAITING);
        fits("not-confirmed");
        Label more = (Label) page.content().lookup("#producer-flush-more");
        assertThat(more.getText()).contains("delivery.timeout.ms");
        assertThat(UiWait.onFx(() -> ((Text) more.lookup(".text")).getText()))
                .as("what is drawn")
                .isEqualTo(more.getText());
        assertThat(more.getHeight()).isGreaterThanOrEqualTo(UiWait.onFx(() -> more.prefHeight(more.getWidth())) - 1);
    }

    @Test
    void the_prompt_of_a_key_that_is_null_can_be_read() {
        UiWait.runOnFx(() -> page.model().form().key().presenceProperty().set(Presence.NULL));
        fits("null-key");
        TextField key = (TextField) page.content().lookup("#producer-key");
        UiWait.until("it is short", () -> key.getPromptText().equals("null"));
    }

    @Test
    void a_failure_of_many_words() {
        send();
        UiWait.runOnFx(() -> page.model().form().target().topicProperty().set("t".repeat(249)));
        UiWait.runOnFx(() -> ((ProducerView) page.content())
                .show(new BrokerFailure(LONG, LONG, List.of(LONG, LONG), LONG, BrokerFailure.Kind.FATAL)));
        fits("failure");
    }

    @Test
    void reasons_why_it_cannot_be_sent() {
        UiWait.runOnFx(() -> {
            page.model().form().options().chooseAcks(ProducerSettings.Acks.NONE);
            page.model().form().target().fixedTimeProperty().set(true);
            page.model().form().target().timeProperty().set("no time at all");
            page.model().form().target().partitionProperty().set(5);
            page.model().form().value().textProperty().set("{\"id\": ");
        });
        fits("reasons");
    }

    @Test
    void headers_of_many_characters() {
        UiWait.runOnFx(() ->
                page.model().form().headers().paste(("k".repeat(200) + "=" + "v".repeat(2_000) + "\n").repeat(12)));
        fits("headers");
    }
}
