package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.search.CertificateText;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.service.search.SearchWords;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.ZoneTimes;
import dev.surveyor.ui.search.CertificateRow.Mark;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a search proves so far, beside it: the verdict, what was asked and read, and what could hide a match. */
final class CertificatePane extends VBox {

    private static final StyleFamily TONES = new StyleFamily("info", "ok", "warn", "danger");

    private final SearchViewModel model;
    private final ObservableValue<ZoneId> zone;
    private final Label verdict = new Label();
    private final Label explanation = new Label();
    private final FontIcon sign = new FontIcon();
    private final HBox card = new HBox(8, sign, new VBox(4, verdict, explanation));
    private final CertificateRow fixedAt = new CertificateRow("search-certificate-fixed-at", "Range fixed at");
    private final CertificateRow partitions =
            new CertificateRow("search-certificate-partitions", "Partitions in the range");
    private final CertificateRow cluster = new CertificateRow("search-certificate-cluster", "Cluster id");
    private final CertificateRow isolation = new CertificateRow("search-certificate-isolation", "Isolation");
    private final CertificateRow read = new CertificateRow("search-certificate-read", "Records read and tested");
    private final CertificateRow absent = new CertificateRow("search-certificate-absent", "Offsets with no record");
    private final CertificateRow unread = new CertificateRow("search-certificate-unread", "Offsets still to read");
    private final CertificateRow deleted =
            new CertificateRow("search-certificate-deleted", "Deleted before it was read");
    private final CertificateRow undecided = new CertificateRow("search-certificate-undecided", "Could not be decoded");
    private final CertificateRow open = new CertificateRow("search-certificate-open", "Behind an open transaction");
    private final CertificateRow notKept =
            new CertificateRow("search-certificate-not-kept", "Matches counted, not kept");
    private final CertificateRow interruptions =
            new CertificateRow("search-certificate-interruptions", "Broker did not answer");
    private final Label leftOut = new Label();
    private final Button allPartitions = Controls.button("search-all-partitions", "Search all partitions", "");
    private final Label sum = new Label();
    private final Button copy =
            Controls.withIcon(Feather.COPY, Controls.button("search-certificate-copy", "Copy as text", ""));

    CertificatePane(SearchViewModel model, ObservableValue<ZoneId> zone, Clipboards clipboards) {
        this.model = model;
        this.zone = zone;
        setId("search-certificate");
        getStyleClass().add("certificate");
        ScrollPane scroll = new ScrollPane(body());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sum.setId("search-certificate-sum");
        sum.getStyleClass().addAll("caption", "muted", "certificate-sum");
        sum.setWrapText(true);
        copy.setOnAction(event -> copyTo(clipboards));
        HBox foot = new HBox(copy);
        foot.getStyleClass().add("certificate-foot");
        getChildren().addAll(scroll, sum, foot);
        model.progressProperty().addListener((source, before, now) -> show());
        model.certificateProperty().addListener((source, before, now) -> show());
        ZoneTimes.follow(this, zone, times -> show());
    }

    private VBox body() {
        verdict.setId("search-verdict");
        verdict.getStyleClass().add("semibold");
        verdict.setWrapText(true);
        explanation.setId("search-explanation");
        explanation.setWrapText(true);
        sign.getStyleClass().add("small-icon");
        card.getStyleClass().addAll("certificate-card", "tinted");
        leftOut.setId("search-left-out");
        leftOut.setWrapText(true);
        leftOut.getStyleClass().add("certificate-note");
        leftOut.setVisible(false);
        allPartitions.setVisible(false);
        Shown.foldHidden(leftOut);
        Shown.foldHidden(allPartitions);
        allPartitions.setOnAction(event -> model.searchAllPartitions());
        VBox body = new VBox(
                card,
                leftOut,
                allPartitions,
                heading("What was asked"),
                fixedAt,
                partitions,
                isolation,
                cluster,
                heading("What was read"),
                read,
                absent,
                unread,
                heading("What could hide a match"),
                deleted,
                undecided,
                open,
                notKept,
                interruptions);
        body.getStyleClass().add("certificate-body");
        return body;
    }

    private static Label heading(String words) {
        Label heading = new Label(words.toUpperCase(Locale.ROOT));
        heading.getStyleClass().addAll("caption", "muted", "semibold", "certificate-heading");
        return heading;
    }

    private void show() {
        SearchProgress progress = model.progressProperty().get();
        SearchCertificate certificate = model.certificateProperty().get();
        copy.setDisable(certificate == null);
        copy.setTooltip(
                new Tooltip(certificate == null ? "There is one when the search has ended" : "Copies all of it"));
        showVerdict(progress, certificate);
        if (progress != null) {
            showCounts(progress, certificate);
        }
    }

    private void showVerdict(@Nullable SearchProgress progress, @Nullable SearchCertificate certificate) {
        String kind = "info";
        if (certificate != null) {
            kind = certificate.end() == SearchEnd.COMPLETE
                    ? certificate.totals().deleted() + certificate.totals().undecided() > 0 ? "warn" : "ok"
                    : certificate.end() == SearchEnd.FAILED ? "danger" : "warn";
            verdict.setText(SearchWords.verdict(certificate));
            explanation.setText(SearchWords.explanation(certificate));
        } else if (progress != null) {
            verdict.setText("Not complete yet");
            explanation.setText(SearchWords.running(progress));
        } else {
            verdict.setText("Nothing searched yet");
            explanation.setText(
                    "At the end of a search it stands here which offsets were read and what became of each.");
        }
        TONES.wear(card, kind);
        sign.setIconCode(
                switch (kind) {
                    case "ok" -> Feather.CHECK_CIRCLE;
                    case "warn" -> Feather.ALERT_TRIANGLE;
                    case "danger" -> Feather.ALERT_OCTAGON;
                    default -> progress == null ? Feather.SHIELD : Feather.LOADER;
                });
    }

    private void showCounts(SearchProgress progress, @Nullable SearchCertificate certificate) {
        List<PartitionTally> tallies = certificate == null ? progress.partitions() : certificate.partitions();
        SearchTotals totals = SearchTotals.of(tallies);
        List<LeftOut> out = certificate == null ? progress.leftOut() : certificate.leftOut();
        Mark asked = certificate == null ? Mark.OPEN : Mark.GOOD;
        var fixed = certificate == null ? null : certificate.rangeFixedAt();
        fixedAt.say(fixed == null ? "—" : new Times(zone.getValue()).time(fixed), asked);
        partitions.say(tallies.size() + " of " + (tallies.size() + out.size()), out.isEmpty() ? asked : Mark.DOUBT);
        isolation.say(SearchWords.isolation(model.question().isolationProperty().get()), asked);
        cluster.say(certificate == null || certificate.clusterId().isEmpty() ? "—" : certificate.clusterId(), asked);
        Mark toRead = totals.unread() == 0 ? Mark.GOOD : certificate == null ? Mark.OPEN : Mark.DOUBT;
        read.say(Numbers.grouped(totals.read()), toRead);
        absent.say(Numbers.grouped(totals.absent()), Mark.GOOD);
        unread.say(Numbers.grouped(totals.unread()), toRead);
        deleted.say(Numbers.grouped(totals.deleted()), Mark.ofNone(totals.deleted()));
        undecided.say(Numbers.grouped(totals.undecided()), Mark.ofNone(totals.undecided()));
        long beyond = tallies.stream().mapToLong(PartitionTally::beyondStable).sum();
        open.say(Numbers.grouped(beyond), Mark.ofNone(beyond));
        long counted = totals.matched() - progress.kept();
        notKept.say(Numbers.grouped(counted), Mark.ofNone(counted));
        interruptions.say(certificate == null ? "—" : certificate.interruptions() + "×", asked);
        sum.setText(SearchWords.sum(totals));
        leftOut.setVisible(!out.isEmpty());
        leftOut.setText(out.isEmpty() ? "" : SearchWords.leftOut(out));
        allPartitions.setVisible(
                certificate != null && out.stream().anyMatch(each -> each.reason() == LeftOut.Reason.KEY));
    }

    private void copyTo(Clipboards clipboards) {
        SearchCertificate certificate = model.certificateProperty().get();
        if (certificate != null) {
            clipboards.copy(CertificateText.of(certificate));
        }
    }
}
