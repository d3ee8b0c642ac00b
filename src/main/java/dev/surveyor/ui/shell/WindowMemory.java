package dev.surveyor.ui.shell;

import dev.surveyor.service.settings.Setting;
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

    static final double DEFAULT_WIDTH = 1_280;
    static final double DEFAULT_HEIGHT = 800;
    static final double LEAST_WIDTH = 960;
    static final double LEAST_HEIGHT = 600;

    private static final Setting<Rectangle2D> BOUNDS =
            Setting.of("window.bounds", WindowMemory::bounds, WindowMemory::text);
    /** Kept only where it is so. */
    private static final Setting<Boolean> MAXIMIZED =
            Setting.of("window.maximized", text -> Optional.of(true), maximized -> "yes");

    private static final Setting<Regions> REGIONS =
            Setting.of("window.regions", text -> Optional.of(Regions.parse(text)), Regions::text);
    private static final Setting<List<PageAddress>> TABS =
            Setting.of("window.tabs", text -> Optional.of(addresses(text)), WindowMemory::text);
    private static final Setting<PageAddress> SELECTED =
            Setting.of("window.selected-tab", PageAddress::parse, PageAddress::text);

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
                BOUNDS.in(settings).orElse(null),
                DEFAULT_WIDTH,
                DEFAULT_HEIGHT,
                MAXIMIZED.in(settings).isPresent());
    }

    /** Remembers the place of a stage; of a maximised one also where it is when it is not. */
    void keep(StagePlace place, boolean maximized) {
        BOUNDS.keep(settings, place.normal());
        MAXIMIZED.keep(settings, maximized, false);
    }

    private static String text(Rectangle2D bounds) {
        return Math.round(bounds.getMinX()) + " " + Math.round(bounds.getMinY()) + " " + Math.round(bounds.getWidth())
                + " " + Math.round(bounds.getHeight());
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
        return regions().sidebar();
    }

    boolean inspectorShown() {
        return regions().inspector();
    }

    private Regions regions() {
        return REGIONS.in(settings).orElse(Regions.ALL);
    }

    void keepRegions(boolean sidebar, boolean inspector) {
        REGIONS.keep(settings, new Regions(sidebar, inspector));
    }

    /** Which regions are shown. */
    private record Regions(boolean sidebar, boolean inspector) {

        static final Regions ALL = new Regions(true, true);

        static Regions parse(String text) {
            return new Regions(!text.contains("no-sidebar"), !text.contains("no-inspector"));
        }

        String text() {
            return (sidebar ? "sidebar" : "no-sidebar") + " " + (inspector ? "inspector" : "no-inspector");
        }
    }

    List<PageAddress> tabs() {
        return TABS.in(settings).orElse(List.of());
    }

    Optional<PageAddress> selectedTab() {
        return SELECTED.in(settings);
    }

    void keepTabs(List<PageAddress> tabs, Optional<PageAddress> selected) {
        TABS.keep(settings, tabs);
        SELECTED.keep(settings, selected.orElse(null));
    }

    private static List<PageAddress> addresses(String text) {
        return text.lines()
                .map(PageAddress::parse)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static String text(List<PageAddress> addresses) {
        return addresses.stream().map(PageAddress::text).collect(Collectors.joining("\n"));
    }
}
