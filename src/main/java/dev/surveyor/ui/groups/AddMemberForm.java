package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.service.group.GroupFigures;
import dev.surveyor.service.group.JoinAnswer;
import dev.surveyor.service.group.JoinCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the form for new members holds, and what is wrong with it. For the JavaFX thread only. */
final class AddMemberForm {

    /** How many members can be started at once. */
    static final int MOST = 16;

    private final String groupId;
    private final StringProperty topics = new SimpleStringProperty(this, "topics", "");

    /** The default list shares range with the default lists of other clients, so that those can join. */
    private final ObjectProperty<Assignor> assignor = new SimpleObjectProperty<>(this, "assignor", Assignor.DEFAULT);

    private final ObjectProperty<CommitPolicy> commit = new SimpleObjectProperty<>(this, "commit", CommitPolicy.AUTO);
    private final BooleanProperty commitOnRevoke = new SimpleBooleanProperty(this, "commitOnRevoke", true);
    private final StringProperty clientId = new SimpleStringProperty(this, "clientId", "");
    private final StringProperty instanceId = new SimpleStringProperty(this, "instanceId", "");
    private final IntegerProperty delayMillis = new SimpleIntegerProperty(this, "delayMillis", 0);
    private final StringProperty autoOffsetReset = new SimpleStringProperty(this, "autoOffsetReset", "latest");
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 1);
    private final ObjectProperty<@Nullable GroupDetail> group = new SimpleObjectProperty<>(this, "group");
    private final StringExpression problem =
            Bindings.createStringBinding(this::findProblem, topics, count, assignor, group);

    AddMemberForm(String groupId, List<String> topics) {
        this.groupId = groupId;
        this.topics.set(String.join(", ", topics));
    }

    // Properties

    /** Names of topics with commas between them. */
    StringProperty topicsProperty() {
        return topics;
    }

    ObjectProperty<Assignor> assignorProperty() {
        return assignor;
    }

    ObjectProperty<CommitPolicy> commitProperty() {
        return commit;
    }

    BooleanProperty commitOnRevokeProperty() {
        return commitOnRevoke;
    }

    /** Empty for one made up from the group. */
    StringProperty clientIdProperty() {
        return clientId;
    }

    /** Empty for a dynamic member; several members get a number each. */
    StringProperty instanceIdProperty() {
        return instanceId;
    }

    IntegerProperty delayMillisProperty() {
        return delayMillis;
    }

    StringProperty autoOffsetResetProperty() {
        return autoOffsetReset;
    }

    IntegerProperty countProperty() {
        return count;
    }

    /** Says why no member can be started, empty where one can. */
    StringExpression problem() {
        return problem;
    }

    /** Returns whether members of this form may join the group, as far as it is known what it is. */
    JoinAnswer joining() {
        GroupDetail known = group.get();
        return known == null ? new JoinAnswer.Free() : JoinCheck.of(known, assignor.get());
    }

    // Commands

    /** Takes note of what the group is now; null where there is no such group. */
    void learn(@Nullable GroupDetail detail) {
        group.set(detail);
    }

    /** Takes over topics and protocol of a group that exists, where the user has chosen none. */
    void suggest(GroupDetail detail) {
        if (topics.get().isBlank()) {
            List<String> known = GroupFigures.partitionsOf(detail).stream()
                    .map(partition -> partition.topic())
                    .distinct()
                    .sorted()
                    .toList();
            topics.set(String.join(", ", known));
        }
        if (detail.type().ofConsumers()) {
            assignor.set(JoinCheck.assignorFor(detail));
        }
    }

    /** Returns the topics, without repetition. */
    List<String> topicNames() {
        return Arrays.stream(topics.get().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns the settings of each member to start. */
    List<MemberSettings> settings() {
        List<MemberSettings> all = new ArrayList<>();
        for (int number = 1; number <= count.get(); number++) {
            all.add(new MemberSettings(
                    groupId,
                    orNull(clientId.get()),
                    numbered(orNull(instanceId.get()), number),
                    assignor.get(),
                    commit.get(),
                    commitOnRevoke.get(),
                    Duration.ofMillis(delayMillis.get()),
                    autoOffsetReset.get()));
        }
        return all;
    }

    private @Nullable String numbered(@Nullable String name, int number) {
        return name == null || count.get() == 1 ? name : name + "-" + number;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private String findProblem() {
        if (topicNames().isEmpty()) {
            return "Choose at least one topic";
        }
        if (count.get() < 1 || count.get() > MOST) {
            return "1 to " + MOST + " members";
        }
        return joining() instanceof JoinAnswer.Refusal refusal ? refusal.reason() + " Choose another group id" : "";
    }
}
