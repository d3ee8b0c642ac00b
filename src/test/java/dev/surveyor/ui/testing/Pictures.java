package dev.surveyor.ui.testing;

import dev.surveyor.ui.fx.Theme;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * Looks at the screen as a person would: whether there is something on it that can be read. A file is written in the
 * tour, with {@code -Dpictures}, and where nothing can be read. The pictures are snapshots of the scenes, as the headless
 * toolkit cannot capture its screen.
 */
public final class Pictures {

    private static final boolean KEPT =
            System.getProperty("pictures") != null || System.getProperty("tour.dir") != null;

    private static final int MIN_COLOURS = 12;
    private static final double MIN_CONTRAST = 4.5;
    private static final double MAX_SHARE_OF_ONE_COLOUR = 0.995;
    /** As many as the upper 12 bits of a hash tell apart. */
    private static final int RECENT = 1 << 12;

    private static final double[] LINEAR =
            IntStream.range(0, 256).mapToDouble(Pictures::linearized).toArray();

    private Pictures() {}

    /** Fails where a person could not read the window with every popup, menu and dialog that is open over it. */
    public static void check(Window main, Path file) {
        UiWait.frames(3);
        BufferedImage image = UiWait.onFx(() -> compose(main));
        String problem = problemWith(image);
        if (KEPT || !problem.isEmpty()) {
            save(image, file);
        }
        if (!problem.isEmpty()) {
            throw new AssertionError(file + ": " + problem);
        }
    }

    /** Checks the window in both themes; files go to {@code target/pictures}. */
    public static void inBothThemes(Window main, Theme theme, String name) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            UiWait.frames(4);
            check(main, Path.of("target/pictures/" + name + "-" + choice + ".png"));
        }
    }

    /** Writes what is on the screen, whatever it is: for somebody who wants to know why a test failed. */
    public static void write(Window main, Path file) {
        save(UiWait.onFx(() -> compose(main)), file);
    }

    private static void save(BufferedImage image, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOver(Window window, Window main) {
        return window instanceof PopupWindow || (window instanceof Stage stage && main.equals(stage.getOwner()));
    }

    private static BufferedImage compose(Window main) {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        windows.removeIf(window -> !window.isShowing() || !isOver(window, main));
        BufferedImage image = draw(main);
        Graphics2D canvas = image.createGraphics();
        double left = main.getX() + main.getScene().getX();
        double top = main.getY() + main.getScene().getY();
        for (Window window : windows) {
            int x = (int) Math.round(window.getX() + window.getScene().getX() - left);
            int y = (int) Math.round(window.getY() + window.getScene().getY() - top);
            canvas.drawImage(draw(window), x, y, null);
        }
        canvas.dispose();
        return image;
    }

    private static BufferedImage draw(Window window) {
        Scene scene = window.getScene();
        SnapshotParameters all = new SnapshotParameters();
        all.setViewport(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
        // Around a popup is its shadow, which lets through what is below.
        all.setFill(window instanceof PopupWindow ? Color.TRANSPARENT : scene.getFill());
        WritableImage shot = scene.getRoot().snapshot(all, null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width * height];
        shot.getPixelReader()
                .getPixels(0, 0, width, height, WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** Returns what is wrong with the picture, empty where a person could read it. */
    private static String problemWith(BufferedImage image) {
        Map<Integer, Long> colours = colours(image);
        long pixels = (long) image.getWidth() * image.getHeight();
        Map.Entry<Integer, Long> ground =
                colours.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        if (colours.size() < MIN_COLOURS) {
            return "only " + colours.size() + " colours: blank or boxes";
        }
        if (ground.getValue() > pixels * MAX_SHARE_OF_ONE_COLOUR) {
            return "almost all of it is one colour";
        }
        double ratio = colours.keySet().stream()
                .mapToDouble(colour -> contrast(colour, ground.getKey()))
                .max()
                .orElse(1);
        return ratio < MIN_CONTRAST ? "the best contrast to the ground is " + ratio + ":1, no text can be read" : "";
    }

    /** Returns how many pixels there are of each colour. Few make up most of it: they are counted without the map. */
    private static Map<Integer, Long> colours(BufferedImage image) {
        int[] pixels = (int[]) image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
        Map<Integer, Long> colours = new HashMap<>();
        int[] recent = new int[RECENT];
        int[] counts = new int[RECENT];
        for (int pixel : pixels) {
            int colour = pixel & 0xFFFFFF;
            int slot = (colour * 0x9E3779B1) >>> 20;
            if (recent[slot] != colour && counts[slot] > 0) {
                colours.merge(recent[slot], (long) counts[slot], Long::sum);
                counts[slot] = 0;
            }
            recent[slot] = colour;
            counts[slot]++;
        }
        for (int slot = 0; slot < RECENT; slot++) {
            if (counts[slot] > 0) {
                colours.merge(recent[slot], (long) counts[slot], Long::sum);
            }
        }
        return colours;
    }

    /** Returns the contrast of two colours as WCAG counts it, 1 to 21. */
    public static double contrast(int rgb, int other) {
        double a = luminance(rgb) + 0.05;
        double b = luminance(other) + 0.05;
        return a > b ? a / b : b / a;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        return LINEAR[channel];
    }

    private static double linearized(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
