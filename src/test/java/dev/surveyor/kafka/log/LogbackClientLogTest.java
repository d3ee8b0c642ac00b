package dev.surveyor.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.event.ClientEvent.LogLine;
import dev.surveyor.kafka.client.SilentClose;
import dev.surveyor.service.log.LogContext;
import dev.surveyor.service.log.LogLevel;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

class LogbackClientLogTest {

    private static final String COORDINATOR = "org.apache.kafka.clients.consumer.internals.ConsumerCoordinator";

    private final LoggerContext context = new LoggerContext();

    @TempDir
    Path folder;

    private Path file;
    private LogbackClientLog log;
    private final List<Runnable> later = new ArrayList<>();

    @BeforeEach
    void open() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        file = folder.resolve("logs").resolve("surveyor.log");
        log = new LogbackClientLog(context, file, (task, delay) -> later.add(task));
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void a_file_in_place_of_the_folder_is_told_and_the_lines_of_clients_are_there_all_the_same() throws IOException {
        assertThat(log.refused()).isEmpty();
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where the folder should be");

        log = new LogbackClientLog(context, blocked.resolve("surveyor.log"), (task, delay) -> later.add(task));

        logger(COORDINATOR).info("[Consumer clientId=app-1, groupId=g] (Re-)joining group");
        assertThat(log.refused().orElseThrow()).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(log.refused().orElseThrow()).hasMessage(blocked.toString());
        assertThat(lines()).hasSize(1);
        assertThat(blocked).hasContent("a file where the folder should be");
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
    void what_a_client_complains_of_is_no_error_where_it_was_meant_so() {
        LogbackMDCAdapter marks = (LogbackMDCAdapter) context.getMDCAdapter();
        marks.put(SilentClose.MEANT, "vanish");
        logger(COORDINATOR).error("Failed to leave group", new IllegalStateException("interrupted"));
        logger(COORDINATOR).info("Closed");
        marks.remove(SilentClose.MEANT);
        logger(COORDINATOR).error("Failed to leave group again");

        assertThat(lines())
                .extracting(LogLine::message)
                .containsExactly("Failed to leave group (as was meant)", "Closed", "Failed to leave group again");
        assertThat(lines()).extracting(LogLine::level).containsExactly(6, 6, 3);
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
    void the_same_line_again_and_again_is_kept_once_and_then_with_its_count() {
        warn(50);
        assertThat(lines()).extracting(LogLine::message).containsExactly("Connection to node 1 failed");

        later.forEach(Runnable::run);
        warn(1);

        assertThat(lines())
                .extracting(LogLine::message)
                .containsExactly(
                        "Connection to node 1 failed", "Connection to node 1 failed (49 more times within 10 s)");
        assertThat(lines()).extracting(LogLine::tag).containsOnly("broker");
    }

    @Test
    void closing_tells_what_was_left_out_until_then_in_the_file_too() throws IOException {
        warn(2);
        log.close();

        assertThat(lines()).extracting(LogLine::message).last().asString().endsWith("(1 more time within 10 s)");
        assertThat(Files.readString(file)).contains("Connection to node 1 failed (1 more time within 10 s)");
    }

    @Test
    void a_line_that_two_hundred_others_pushed_out_of_memory_tells_its_count_first() {
        warn(3);
        for (int i = 0; i < 200; i++) {
            logger(COORDINATOR).warn("other {}", i);
        }

        assertThat(lines())
                .extracting(LogLine::message)
                .contains("Connection to node 1 failed (2 more times within 10 s)");
    }

    private void warn(int times) {
        for (int i = 0; i < times; i++) {
            logger("org.apache.kafka.clients.NetworkClient").warn("Connection to node {} failed", 1);
        }
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

    @Test
    void at_the_start_every_context_is_at_its_normal_level() {
        assertThat(LogContext.values()).allMatch(about -> log.level(about) == about.normal());
    }

    @Test
    void the_lines_about_the_version_of_a_client_belong_to_conf() {
        log.level(LogContext.CONF, LogLevel.INFO);
        logger(AppInfoParser.class.getName()).info("Kafka version: 4");

        assertThat(lines()).extracting(LogLine::tag).containsExactly("conf");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_logger_is_a_class_or_a_package_of_the_clients_in_use(String name) throws Exception {
        Path jar = Path.of(KafkaConsumer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (JarFile clients = new JarFile(jar.toFile())) {
            String path = name.replace('.', '/');
            assertThat(clients.stream().map(JarEntry::getName))
                    .anyMatch(entry -> entry.equals(path + ".class") || entry.startsWith(path + "/"));
        }
    }

    static List<String> names() {
        return KafkaLoggers.all();
    }

    private Logger logger(String name) {
        return context.getLogger(name);
    }

    private List<LogLine> lines() {
        List<ClientEvent> events = log.lines().since(0).events();
        return events.stream().map(LogLine.class::cast).toList();
    }
}
