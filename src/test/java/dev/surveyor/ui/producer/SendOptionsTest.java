package dev.surveyor.ui.producer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import dev.surveyor.service.produce.FormText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is chosen for sending, and what the connection says of it. */
class SendOptionsTest {

    private final ProducerRig rig = new ProducerRig();

    @Test
    void what_the_connection_says_of_sending_is_kept_and_said() {
        SendOptions options = new SendOptions(Map.of("acks", "1", "linger.ms", "20", "batch.size", "65536"));

        assertThat(options.settings())
                .isEqualTo(new ProducerSettings(
                        Acks.LEADER, Compression.NONE, false, Duration.ofMillis(20), 65_536, Duration.ofSeconds(30)));
        assertThat(options.originProperty().get())
                .isEqualTo("From the connection: acks=1, linger.ms=20, batch.size=65536");
        assertThat(options.overriddenProperty().get()).isFalse();
    }

    @Test
    void what_is_chosen_against_the_connection_is_said_and_can_be_taken_back() {
        SendOptions options = new SendOptions(Map.of("acks", "1", "linger.ms", "20"));
        options.setIdempotence(true);
        assertThat(options.originProperty().get()).isEqualTo("The connection says acks=1; this form overrides it");
        assertThat(options.overriddenProperty().get()).isTrue();

        options.useConnection();
        assertThat(options.settings()).isEqualTo(options.given());
        assertThat(options.overriddenProperty().get()).isFalse();
    }

    @Test
    void a_form_without_a_choice_follows_the_connection_also_when_that_changes() {
        Target target = rig.filled().form().target();
        Form before = new Form(target, Map.of("acks", "1"));
        before.options().compressionProperty().set(Compression.LZ4);
        String kept = FormText.write(before.content());
        Form later = new Form(target, Map.of("acks", "0", "linger.ms", "7"));
        later.fill(FormText.read(kept, later.content()));

        assertThat(later.options().settings().acks()).isEqualTo(Acks.NONE);
        assertThat(later.options().settings().linger()).isEqualTo(Duration.ofMillis(7));
        assertThat(later.options().settings().compression()).isEqualTo(Compression.LZ4);
    }

    @Test
    void acks_that_idempotence_forbids_are_refused_with_the_way_out() {
        SendOptions options = rig.filled().form().options();
        options.chooseAcks(Acks.LEADER);
        assertThat(options.acksProperty().get()).isEqualTo(Acks.ALL);
        assertThat(options.refusalProperty().get()).isEqualTo("acks=1 needs idempotence off");
        options.turnIdempotenceOff();
        assertThat(options.acksProperty().get()).isEqualTo(Acks.LEADER);
        assertThat(options.settings().idempotence()).isFalse();
    }
}
