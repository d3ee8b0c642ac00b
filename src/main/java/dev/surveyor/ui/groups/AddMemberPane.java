package dev.surveyor.ui.groups;

import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.service.consume.CommitWords;
import dev.surveyor.ui.parts.Controls;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form for new members, below the head of the page. */
final class AddMemberPane extends VBox {

    private static final Map<Assignor, String> ASSIGNORS = Map.of(
            Assignor.DEFAULT, "classic: default (range)",
            Assignor.RANGE, "classic: range (eager)",
            Assignor.ROUND_ROBIN, "classic: roundrobin (eager)",
            Assignor.STICKY, "classic: sticky (eager)",
            Assignor.COOPERATIVE_STICKY, "classic: cooperative-sticky",
            Assignor.CONSUMER_UNIFORM, "consumer: uniform",
            Assignor.CONSUMER_RANGE, "consumer: range");

    private final ComboBox<String> topics = new ComboBox<>();
    private final ComboBox<Assignor> assignor = new ComboBox<>(FXCollections.observableArrayList(Assignor.values()));
    private final ComboBox<CommitPolicy> commit =
            new ComboBox<>(FXCollections.observableArrayList(CommitWords.CHOICES));
    private final CheckBox commitOnRevoke = new CheckBox("Commit on _revoke");
    private final ComboBox<String> reset = new ComboBox<>(FXCollections.observableArrayList("latest", "earliest"));
    private final Spinner<Integer> delay = new Spinner<>(0, 60_000, 0, 20);
    private final TextField clientId = new TextField();
    private final TextField instanceId = new TextField();
    private final Spinner<Integer> count = new Spinner<>(1, AddMemberForm.MOST, 1);
    private final Button start =
            Controls.withIcon(Feather.PLAY, Controls.button("group-add-start", "Start member", "", "accent"));
    private final Button cancel = Controls.button("group-add-close", "Close", "");
    private final Label problem = new Label();

    AddMemberPane(GroupViewModel model, Runnable onStart, Runnable onCancel) {
        setId("group-add");
        getStyleClass().add("group-add");
        fields(model);
        bind(model.form());
        start.setOnAction(pressed -> model.startMembers(onStart));
        cancel.setOnAction(pressed -> onCancel.run());
    }

    private void fields(GroupViewModel model) {
        topics.setId("group-add-topics");
        topics.setEditable(true);
        topics.setItems(model.knownTopics());
        assignor.setId("group-add-assignor");
        assignor.setConverter(Controls.words(each -> ASSIGNORS.getOrDefault(each, each.toString())));
        commit.setId("group-add-commit");
        commit.setConverter(Controls.words(policy -> CommitWords.of(policy).when()));
        commitOnRevoke.setId("group-add-commit-on-revoke");
        commitOnRevoke.setMnemonicParsing(true);
        commitOnRevoke.disableProperty().bind(commit.valueProperty().isEqualTo(CommitPolicy.OFF));
        commitOnRevoke.setTooltip(new Tooltip("Commits what is processed when partitions are taken away"));
        reset.setId("group-add-reset");
        delay.setId("group-add-delay");
        delay.setEditable(true);
        clientId.setId("group-add-client-id");
        clientId.setPromptText(model.groupId() + "-1");
        instanceId.setId("group-add-static-id");
        instanceId.setPromptText("none: dynamic");
        count.setId("group-add-count");
        count.setEditable(true);
        cancel.setCancelButton(true);
        problem.setId("group-add-problem");
        problem.getStyleClass().addAll("body-12", "warn");
        FlowPane row = new FlowPane(
                12,
                8,
                field("_Topics, with commas", topics),
                field("_Members", count),
                field("_Assignor", assignor),
                field("Co_mmit", commit),
                field("Without an offset", reset),
                field("Delay per record, ms", delay),
                field("client.id", clientId),
                field("group.instance.id", instanceId));
        HBox buttons = new HBox(8, start, cancel, commitOnRevoke, problem);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, buttons);
    }

    private static Node field(String words, Region control) {
        Label label = new Label(words);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        label.getStyleClass().add("caption");
        return new VBox(2, label, control);
    }

    private void bind(AddMemberForm form) {
        topics.getEditor().textProperty().bindBidirectional(form.topicsProperty());
        assignor.valueProperty().bindBidirectional(form.assignorProperty());
        commit.valueProperty().bindBidirectional(form.commitProperty());
        commitOnRevoke.selectedProperty().bindBidirectional(form.commitOnRevokeProperty());
        reset.valueProperty().bindBidirectional(form.autoOffsetResetProperty());
        clientId.textProperty().bindBidirectional(form.clientIdProperty());
        instanceId.textProperty().bindBidirectional(form.instanceIdProperty());
        follow(delay, form.delayMillisProperty()::set);
        follow(count, form.countProperty()::set);
        problem.textProperty().bind(form.problem());
        start.disableProperty().bind(form.problem().isNotEmpty());
        start.textProperty()
                .bind(Bindings.when(form.countProperty().isEqualTo(1))
                        .then("Start member")
                        .otherwise(form.countProperty().asString("Start %d members")));
    }

    /** Takes what is typed at once; an editable spinner would wait for Enter, and a text that is no number is ignored. */
    private static void follow(Spinner<Integer> spinner, Consumer<Integer> target) {
        IntegerSpinnerValueFactory values = (IntegerSpinnerValueFactory) spinner.getValueFactory();
        values.valueProperty().addListener((at, old, now) -> target.accept(now == null ? values.getMin() : now));
        spinner.getEditor().textProperty().addListener((at, old, text) -> {
            if (text.matches("\\d{1,6}")) {
                int number = Integer.parseInt(text);
                if (number >= values.getMin() && number <= values.getMax()) {
                    values.setValue(number);
                }
            }
        });
    }

    void focusFirst() {
        List<Region> fields = List.of(topics, start);
        fields.get(topics.getEditor().getText().isBlank() ? 0 : 1).requestFocus();
    }
}
