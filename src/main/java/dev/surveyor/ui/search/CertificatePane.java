package dev.surveyor.ui.search;

import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchCertificate;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchTotals;
import dev.surveyor.service.search.SearchProgress;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.parts.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a search proves so far, beside it: the verdict, what was asked and read, and what could hide a match. */
final class CertificatePane extends VBox {

    private final SearchViewModel model;
    private final ObservableValue<ZoneId> zone;
    private final Label verdict = new Label();
    private final Label explanation = new Label();
    private final VBox card = new VBox(4, verdict, explanation);
    private final Label fixedAt = figure("search-certificate-fixed-at");
    private final Label partitions = figure("search-certificate-partitions");
    private final Label cluster = figure("search-certificate-cluster");
    private final Label isolation = figure("search-certificate-isolation");
    private final Label read = figure("search-certificate-read");
    private final Label absent = figure("search-certificate-absent");
    private final Label unread = figure("search-certificate-unread");
    private final Label deleted = figure("search-certificate-deleted");
    private final Label undecided = figure("search-certificate-undecided");
    private final Label open = figure("search-certificate-open");
    private final Label notKept = figure("search-certificate-not-kept");
    private final Label interruptions = figure("search-certificate-interruptions");
    private final Label leftOut = new Label();
    private final Button allPartitions = new Button("Search all partitions");
    private final Label sum = new Label();
    private final Button copy = new Button("Copy as text", new FontIcon(Feather.COPY));

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
        copy.setId("search-certificate-copy");
        copy.setOnAction(event -> copyTo(clipboards));
        HBox foot = new HBox(copy);
        foot.getStyleClass().add("certificate-foot");
        getChildren().addAll(scroll, sum, foot);
        model.progressProperty().addListener((source, before, now) -> show());
        model.certificateProperty().addListener((source, before, now) -> show());
        zone.addListener((source, before, now) -> show());
        show();
    }

    private VBox body() {
        verdict.setId("search-verdict");
        verdict.getStyleClass().add("semibold");
        verdict.setWrapText(true);
        explanation.setId("search-explanation");
        explanation.setWrapText(true);
        card.getStyleClass().addAll("certificate-card", "tinted");
        leftOut.setId("search-left-out");
        leftOut.setWrapText(true);
        leftOut.getStyleClass().add("certificate-note");
        leftOut.setVisible(false);
        allPartitions.setVisible(false);
        leftOut.managedProperty().bind(leftOut.visibleProperty());
        allPartitions.setId("search-all-partitions");
        allPartitions.managedProperty().bind(allPartitions.visibleProperty());
        allPartitions.setOnAction(event -> model.searchAllPartitions());
        VBox body = new VBox(
                card,
                leftOut,
                allPartitions,
                heading("What was asked"),
                row("Range fixed at", fixedAt),
                row("Partitions in the range", partitions),
                row("Isolation", isolation),
                row("Cluster id", cluster),
                heading("What was read"),
                row("Records read and tested", read),
                row("Offsets with no record", absent),
                row("Offsets still to read", unread),
                heading("What could hide a match"),
                row("Deleted before it was read", deleted),
                row("Could not be decoded", undecided),
                row("Behind an open transaction", open),
                row("Matches counted, not kept", notKept),
                row("Broker did not answer", interruptions));
        body.getStyleClass().add("certificate-body");
        return body;
    }

    private static Label heading(String words) {
        Label heading = new Label(words.toUpperCase(Locale.ROOT));
        heading.getStyleClass().addAll("caption", "muted", "semibold", "certificate-heading");
        return heading;
    }

    private static Label figure(String id) {
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().add("certificate-figure");
        return figure;
    }

    private static HBox row(String words, Label figure) {
        Label name = new Label(words);
        name.setLabelFor(figure);
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, figure);
        row.getStyleClass().add("certificate-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
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
        card.getStyleClass().removeAll("info", "ok", "warn", "danger");
        card.getStyleClass().add(kind);
    }

    private void showCounts(SearchProgress progress, @Nullable SearchCertificate certificate) {
        List<PartitionTally> tallies = certificate == null ? progress.partitions() : certificate.partitions();
        SearchTotals totals = SearchTotals.of(tallies);
        List<LeftOut> out = certificate == null ? progress.leftOut() : certificate.leftOut();
        var fixed = certificate == null ? null : certificate.rangeFixedAt();
        fixedAt.setText(fixed == null ? "—" : new Times(zone.getValue()).time(fixed));
        partitions.setText(tallies.size() + " of " + (tallies.size() + out.size()));
        isolation.setText(SearchWords.isolation(model.isolationProperty().get()));
        cluster.setText(certificate == null || certificate.clusterId().isEmpty() ? "—" : certificate.clusterId());
        read.setText(Numbers.grouped(totals.read()));
        absent.setText(Numbers.grouped(totals.absent()));
        unread.setText(Numbers.grouped(totals.unread()));
        deleted.setText(Numbers.grouped(totals.deleted()));
        undecided.setText(Numbers.grouped(totals.undecided()));
        open.setText(Numbers.grouped(
                tallies.stream().mapToLong(PartitionTally::beyondStable).sum()));
        notKept.setText(Numbers.grouped(totals.matched() - progress.kept()));
        interruptions.setText(certificate == null ? "—" : certificate.interruptions() + "×");
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
