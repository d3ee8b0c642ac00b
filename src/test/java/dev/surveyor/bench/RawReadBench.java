package dev.surveyor.bench;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the reference itself stands beside the command-line client; it says how far the other figures can be trusted. */
@Tag("bench")
@ExtendWith(BenchExtension.class)
class RawReadBench {

    @Test
    @Measure("reference-kcat")
    void the_bare_loop_beside_kcat(BenchTopics topics, BenchResults results) throws Exception {
        Assumptions.assumeTrue(Kcat.isInstalled(), "kcat is not installed");
        BenchTopic topic = topics.small();
        BareLoop bare = new BareLoop(topics.bootstrapServers(), topic.name());
        Kcat kcat = new Kcat(topics.bootstrapServers());
        Contest.Times times = Contest.run(bare::readAll, () -> kcat.read(topic.name()));
        results.addRate("reference-kcat", topic.records(), times, "records/s");
    }

    @Test
    @Measure("reference-itself")
    void the_bare_loop_beside_itself(BenchTopics topics, BenchResults results) throws Exception {
        BenchTopic topic = topics.small();
        BareLoop bare = new BareLoop(topics.bootstrapServers(), topic.name());
        results.addRate("reference-itself", topic.records(), Contest.run(bare::readAll, bare::readAll), "records/s");
    }
}
