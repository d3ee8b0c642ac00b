package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchSpeed;
import dev.surveyor.service.search.SearchWords;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How far all partitions are together, how fast, and how long it still takes. */
final class TotalsPane extends VBox {

    private final SearchSpeed speed;
    private final Label share = new Label();
    private final Label offsets = new Label();
    private final Label rate = new Label();
    private final ProgressBar bar = new ProgressBar(0);

    TotalsPane(SearchSpeed speed) {
        super(8);
        this.speed = speed;
        share.setId("search-share");
        share.getStyleClass().addAll("search-share", "semibold");
        offsets.setId("search-offsets");
        offsets.getStyleClass().add("muted");
        rate.setId("search-rate");
        HBox words = new HBox(8, share, offsets, new Spacer(), rate);
        words.setAlignment(Pos.BASELINE_LEFT);
        bar.setId("search-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("How much is read");
        getStyleClass().add("search-totals");
        setMinHeight(USE_PREF_SIZE);
        Shown.foldHidden(this);
        getChildren().addAll(words, bar);
    }

    /** Shows the numbers; at the end the speed is that of the whole search. */
    void show(SearchProgress progress, SearchTotals sums, boolean ended) {
        boolean nothing = progress.partitions().isEmpty() && !progress.leftOut().isEmpty();
        boolean planned = !nothing && (ended || !progress.partitions().isEmpty());
        share.setText(planned ? SearchWords.percent(sums) : "—");
        offsets.setText(
                planned
                        ? Numbers.grouped(sums.offsets() - sums.unread()) + " of "
                                + Counted.of(sums.offsets(), "offset")
                        : nothing ? "nothing can be read" : "offsets not known yet");
        bar.setProgress(planned ? sums.share() : 0);
        double seconds = Math.max(1e-3, progress.elapsed().toMillis() / 1_000.0);
        OptionalDouble records = ended ? OptionalDouble.of(sums.read() / seconds) : speed.records();
        OptionalDouble bytes = ended ? OptionalDouble.of(sums.bytes() / seconds) : speed.bytes();
        String perSecond =
                (records.isEmpty() ? "—" : Numbers.grouped(records) + "/s") + " · " + Sizes.rate(bytes) + " · ";
        String time = ended
                ? "took " + Times.length(progress.elapsed())
                : SearchWords.secondsLeft(speed.secondsLeft()) + " · " + Times.length(progress.elapsed()) + " so far";
        rate.setText(perSecond + time);
    }
}
