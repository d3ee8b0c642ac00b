package dev.surveyor.ui.shell;

import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.StagePlace;
import dev.surveyor.ui.page.PageAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** What the window remembers between two starts: its place and size, its regions and its tabs. */
final class WindowMemory {

    private static final String MAXIMIZED = "window.maximized";
    static final double DEFAULT_WIDTH = 1_280;
    static final double DEFAULT_HEIGHT = 800;
    static final double LEAST_WIDTH = 960;
    static final double LEAST_HEIGHT = 600;

    private static final String BOUNDS = "window.bounds";
    private static final String REGIONS = "window.regions";
    private static final String TABS = "window.tabs";
    private static final String SELECTED = "window.selected-tab";

    private final Settings settings;

    WindowMemory(Settings settings) {
        this.settings = settings;
    }

    /** Gives the stage its old place, or the middle of the screen. */
    StagePlace restore(Stage stage) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        return new StagePlace(
                stage,
                settings.get(BOUNDS).flatMap(WindowMemory::bounds).orElse(null),
                DEFAULT_WIDTH,
                DEFAULT_HEIGHT,
                settings.get(MAXIMIZED).isPresent());
    }

    /** Remembers the place of a stage; of a maximised one also where it is when it is not. */
    void keep(StagePlace place, boolean maximized) {
        Rectangle2D bounds = place.normal();
        settings.put(
                BOUNDS,
                Math.round(bounds.getMinX()) + " " + Math.round(bounds.getMinY()) + " " + Math.round(bounds.getWidth())
                        + " " + Math.round(bounds.getHeight()));
        if (maximized) {
            settings.put(MAXIMIZED, "yes");
        } else {
            settings.remove(MAXIMIZED);
        }
    }

    private static Optional<Rectangle2D> bounds(String text) {
        try {
            double[] parts = Arrays.stream(text.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return parts.length == 4 && parts[2] > 0 && parts[3] > 0
                    ? Optional.of(new Rectangle2D(parts[0], parts[1], parts[2], parts[3]))
                    : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns where sizes of regions are kept, under keys that begin with {@code window}. */
    Settings settings() {
        return settings;
    }

    boolean sidebarShown() {
        return !settings.get(REGIONS).orElse("").contains("no-sidebar");
    }

    boolean inspectorShown() {
        return !settings.get(REGIONS).orElse("").contains("no-inspector");
    }

    void keepRegions(boolean sidebar, boolean inspector) {
        settings.put(REGIONS, (sidebar ? "sidebar" : "no-sidebar") + " " + (inspector ? "inspector" : "no-inspector"));
    }

    List<PageAddress> tabs() {
        return settings.get(TABS).stream()
                .flatMap(String::lines)
                .map(PageAddress::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    Optional<PageAddress> selectedTab() {
        return settings.get(SELECTED).flatMap(PageAddress::parse);
    }

    void keepTabs(List<PageAddress> tabs, Optional<PageAddress> selected) {
        settings.put(TABS, tabs.stream().map(PageAddress::text).collect(Collectors.joining("\n")));
        selected.ifPresentOrElse(address -> settings.put(SELECTED, address.text()), () -> settings.remove(SELECTED));
    }
}
