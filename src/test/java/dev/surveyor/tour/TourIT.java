package dev.surveyor.tour;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("tour")
class TourIT {

    private static final Path PICTURES = Path.of(System.getProperty("tour.dir", "target/tour"));

    @Test
    void main_job_from_an_empty_folder(@TempDir Path home) throws Exception {
        try (TourWindow window = new TourWindow(home, PICTURES)) {
            window.picture("welcome");
            long clicked = System.nanoTime();
            window.click("welcome-start-sandbox");
            window.until("rows", () -> window.find("records-table").isPresent() && window.rows("records-table") > 0);
            System.out.println("click to moving table: " + (System.nanoTime() - clicked) / 1_000_000 + " ms");
            window.until("20 rows", () -> window.rows("records-table") > 20);
            window.picture("table");
        }
    }
}
