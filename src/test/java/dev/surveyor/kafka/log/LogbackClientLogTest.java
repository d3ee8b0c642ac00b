package dev.surveyor.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.LogLine;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogbackClientLogTest {

    private static final String COORDINATOR = "org.apache.kafka.clients.consumer.internals.ConsumerCoordinator";

    private final LoggerContext context = new LoggerContext();

    @TempDir
    Path folder;

    private Path file;
    private LogbackClientLog log;

    @BeforeEach
    void open() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        file = folder.resolve("logs").resolve("surveyor.log");
        log = new LogbackClientLog(context, file);
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void a_line_names_its_client_its_context_and_its_level() {
        logger(COORDINATOR).info("[Consumer clientId=app-1, groupId=g] (Re-)joining group");

        LogLine line = lines().get(0);
        assertThat(line.client()).isEqualTo("app-1");
        assertThat(line.tag()).isEqualTo("cgrp");
        assertThat(line.level()).isEqualTo(6);
        assertThat(line.message()).isEqualTo("(Re-)joining group");
    }

    @Test
    void the_client_is_found_behind_an_instance_id_and_a_line_without_one_has_none() {
        logger(COORDINATOR).warn("[Consumer instanceId=i, clientId=app-2, groupId=g] late");
        logger("org.apache.kafka.common.utils.Something").warn("no prefix");

        assertThat(lines()).extracting(LogLine::client).containsExactly("app-2", "");
        assertThat(lines()).extracting(LogLine::tag).containsExactly("cgrp", "generic");
    }

    @Test
    void a_context_is_made_to_say_more_while_it_runs() {
        Logger networkClient = logger("org.apache.kafka.clients.NetworkClient");
        networkClient.debug("unheard");

        log.level(LogContext.BROKER, LogLevel.DEBUG);
        networkClient.debug("heard");
        log.level(LogContext.BROKER, LogLevel.ERROR);
        networkClient.warn("unheard again");

        assertThat(lines()).extracting(LogLine::message).containsExactly("heard");
        assertThat(log.level(LogContext.BROKER)).isEqualTo(LogLevel.ERROR);
        assertThat(log.level(LogContext.CGRP)).isEqualTo(LogLevel.INFO);
    }

    @Test
    void the_same_line_again_and_again_is_kept_once() {
        for (int i = 0; i < 50; i++) {
            logger("org.apache.kafka.clients.NetworkClient").warn("Connection to node {} failed", 1);
        }

        assertThat(lines()).hasSize(1);
    }

    @Test
    void secrets_reach_neither_the_lines_nor_the_file() throws IOException {
        logger(COORDINATOR).warn("sasl.jaas.config = PlainLoginModule required password=\"hunter2\";");
        logger("dev.surveyor.Anything").warn("failed", new IllegalStateException("ssl.key.password=hunter2 is wrong"));
        context.stop();

        assertThat(lines()).noneMatch(line -> line.message().contains("hunter2"));
        assertThat(Files.readString(file))
                .doesNotContain("hunter2")
                .contains("[hidden]")
                .contains("IllegalStateException");
    }

    @Test
    void the_listing_of_properties_at_each_start_is_left_out() {
        logger("org.apache.kafka.clients.consumer.ConsumerConfig").info("ConsumerConfig values: ...");

        assertThat(lines()).isEmpty();
    }

    private Logger logger(String name) {
        return context.getLogger(name);
    }

    private List<LogLine> lines() {
        List<ClientEvent> events = log.lines().since(0).events();
        return events.stream().map(LogLine.class::cast).toList();
    }
}
