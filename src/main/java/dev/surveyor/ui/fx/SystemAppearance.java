package dev.surveyor.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the desktop whether it is dark, by the command that the desktop has for it; the toolkit can tell only from
 * release 22 on.
 */
public final class SystemAppearance {

    private static final Logger LOG = LoggerFactory.getLogger(SystemAppearance.class);
    private static final long SECONDS_TO_ANSWER = 2;

    private final Executor background;

    /** @param background where to wait for the command */
    public SystemAppearance(Executor background) {
        this.background = background;
    }

    /** Returns the desktop's variant, light where it cannot be told. Completes off the JavaFX thread. */
    public CompletableFuture<Theme.Variant> find() {
        return CompletableFuture.supplyAsync(() -> variantOf(System.getProperty("os.name", "")), background);
    }

    private static Theme.Variant variantOf(String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return answer(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                            .contains("Dark")
                    ? Theme.Variant.DARK
                    : Theme.Variant.LIGHT;
        }
        if (os.contains("win")) {
            String key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
            return answer(List.of("reg", "query", key, "/v", "AppsUseLightTheme"))
                            .contains("0x0")
                    ? Theme.Variant.DARK
                    : Theme.Variant.LIGHT;
        }
        return answer(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"))
                        .contains("dark")
                ? Theme.Variant.DARK
                : Theme.Variant.LIGHT;
    }

    private static String answer(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream out = process.getInputStream()) {
                if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
                    return "";
                }
                return new String(out.readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            LOG.debug("The desktop's appearance is not known: {}", e.getMessage());
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
