package dev.surveyor.ui.settings;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.service.settings.RowOrder;
import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.service.settings.TimeZoneChoice;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Zoom;
import java.time.ZoneId;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The user's choices as properties; a change is remembered at once. A remembered text that cannot be understood counts
 * as the default. For the JavaFX thread only.
 */
public final class Preferences {

    /** The fewest and the most records a table's buffer may be set to. */
    public static final int MIN_RECORDS = 1_000;

    public static final int MAX_RECORDS = 5_000_000;

    /** The smallest and the largest size of a table's buffer, in MB of 1,048,576 bytes. */
    public static final int MIN_MEGABYTES = 8;

    public static final int MAX_MEGABYTES = 8_192;

    private static final long BYTES_PER_MEGABYTE = 1_048_576;

    private final Settings settings;
    private final ObjectProperty<Theme.Choice> theme;
    private final ObjectProperty<TimeZoneChoice> timeZone;
    private final ObjectProperty<RowDensity> rowDensity;
    private final ObjectProperty<RowOrder> rowOrder;
    private final IntegerProperty zoom;
    private final IntegerProperty bufferRecords;
    private final IntegerProperty bufferMegabytes;
    private final ObservableValue<ZoneId> zone;
    private final ObservableValue<Double> rowHeight;
    private final ObservableValue<Boolean> newestFirst;

    public Preferences(Settings settings) {
        this.settings = settings;
        theme = choice("appearance.theme", Theme.Choice.class, Theme.Choice.SYSTEM);
        timeZone = choice("time.zone", TimeZoneChoice.class, TimeZoneChoice.LOCAL);
        rowDensity = choice("appearance.rows", RowDensity.class, RowDensity.DEFAULT);
        rowOrder = choice("records.order", RowOrder.class, RowOrder.OLDEST_FIRST);
        zoom = number("appearance.zoom", Zoom.NORMAL, Zoom.LEAST, Zoom.MOST);
        bufferRecords = number("buffer.records", BufferLimits.DEFAULT.records(), MIN_RECORDS, MAX_RECORDS);
        bufferMegabytes = number(
                "buffer.megabytes",
                (int) (BufferLimits.DEFAULT.bytes() / BYTES_PER_MEGABYTE),
                MIN_MEGABYTES,
                MAX_MEGABYTES);
        zone = timeZone.map(TimeZoneChoice::zone);
        rowHeight = rowDensity.map(RowDensity::rowHeight);
        newestFirst = rowOrder.map(order -> order == RowOrder.NEWEST_FIRST);
    }

    public ObjectProperty<Theme.Choice> themeProperty() {
        return theme;
    }

    public ObjectProperty<TimeZoneChoice> timeZoneProperty() {
        return timeZone;
    }

    public ObjectProperty<RowDensity> rowDensityProperty() {
        return rowDensity;
    }

    public ObjectProperty<RowOrder> rowOrderProperty() {
        return rowOrder;
    }

    /** How large everything is shown, in percent. */
    public IntegerProperty zoomProperty() {
        return zoom;
    }

    /** How many records a table keeps; between {@link #MIN_RECORDS} and {@link #MAX_RECORDS}. */
    public IntegerProperty bufferRecordsProperty() {
        return bufferRecords;
    }

    /** How many MB of 1,048,576 bytes a table keeps. */
    public IntegerProperty bufferMegabytesProperty() {
        return bufferMegabytes;
    }

    /** The zone in which times are shown. */
    public ObservableValue<ZoneId> zone() {
        return zone;
    }

    /** The height of table rows in pixels. */
    public ObservableValue<Double> rowHeight() {
        return rowHeight;
    }

    /** Whether the newest records stand at the top of live tables. */
    public ObservableValue<Boolean> newestFirst() {
        return newestFirst;
    }

    /** Returns the limits for a table that is opened now. */
    public BufferLimits bufferLimits() {
        return new BufferLimits(bufferRecords.get(), bufferMegabytes.get() * BYTES_PER_MEGABYTE);
    }

    private <E extends Enum<E>> ObjectProperty<E> choice(String key, Class<E> type, E normal) {
        Setting<E> setting = Setting.ofConstant(key, type);
        ObjectProperty<E> property =
                new SimpleObjectProperty<>(setting.in(settings).orElse(normal));
        property.addListener((at, before, now) -> setting.keep(settings, now, normal));
        return property;
    }

    private IntegerProperty number(String key, int normal, int least, int most) {
        Setting<Integer> setting = Setting.ofNumber(key);
        int value = setting.in(settings).orElse(normal);
        IntegerProperty property = new SimpleIntegerProperty(Math.max(least, Math.min(most, value)));
        property.addListener((at, before, now) -> setting.keep(settings, now.intValue(), normal));
        return property;
    }
}
