package dev.surveyor.kafka.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.surveyor.kafka.failure.SecretMask;
import dev.surveyor.service.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Makes the appender of the log file, which begins anew after 5 MB and keeps three old ones. */
final class LogFile {

    private static final String LARGEST = "5MB";
    private static final int OLD_FILES = 3;

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %msg%n%ex";

    private LogFile() {}

    /** @param refused told why the disk does not take the file; the appender then keeps nothing */
    static Appender<ILoggingEvent> at(Path file, LoggerContext context, Consumer<IOException> refused) {
        RollingFileAppender<ILoggingEvent> appender = new PrivateAppender(refused);
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf(LARGEST));
        trigger.start();

        MaskedLayout layout = new MaskedLayout();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();

        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    /** Makes each file that it begins readable for its user alone. */
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {

        private final Consumer<IOException> refused;

        PrivateAppender(Consumer<IOException> refused) {
            this.refused = refused;
        }

        @Override
        public void openFile(String name) throws IOException {
            try {
                open(name);
            } catch (IOException failure) {
                // Logback notes it where nobody looks.
                refused.accept(failure);
                throw failure;
            }
        }

        private void open(String name) throws IOException {
            Path opened = Path.of(name);
            Path folder = opened.toAbsolutePath().getParent();
            if (folder != null) {
                PrivateFiles.folder(folder);
            }
            PrivateFiles.file(opened);
            super.openFile(name);
        }
    }

    /** Takes the values of passwords out of messages and of stack traces alike. */
    private static final class MaskedLayout extends PatternLayout {

        private final SecretMask mask = new SecretMask(List.of());

        @Override
        public String doLayout(ILoggingEvent event) {
            return mask.mask(super.doLayout(event));
        }
    }
}
