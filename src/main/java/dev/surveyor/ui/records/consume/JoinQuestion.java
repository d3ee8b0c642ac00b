package dev.surveyor.ui.records.consume;

import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.group.JoinAnswer;
import dev.surveyor.service.group.JoinCheck;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import java.util.function.Consumer;

/** Looks at a group before a table joins it: a group of another kind is not taken over without a question. */
public final class JoinQuestion {

    private final ClusterSession session;
    private final Dialogs dialogs;
    private final UiExecutor ui;

    public JoinQuestion(ClusterSession session, Dialogs dialogs, UiExecutor ui) {
        this.session = session;
        this.dialogs = dialogs;
        this.ui = ui;
    }

    /**
     * Goes on where the group may be joined and a person has agreed to what becomes of it.
     *
     * @param then told as whom to join
     */
    void ask(MemberSettings member, Consumer<ConsumerMode> then) {
        ui.whenDone(new JoinCheck(session.cluster()).ask(member), (joining, thrown) -> {
            if (joining != null) {
                answered(joining, then);
            } else if (thrown != null) {
                dialogs.error(BrokerFailureException.in(thrown));
            }
        });
    }

    private void answered(JoinCheck.Joining joining, Consumer<ConsumerMode> then) {
        Runnable join = () -> then.accept(new ConsumerMode.GroupMember(joining.member()));
        String group = joining.member().groupId();
        if (joining.answer() instanceof JoinAnswer.Refusal refusal) {
            dialogs.error(new BrokerFailure(
                    "Group " + group + " was not joined.",
                    refusal.reason(),
                    List.of("Choose another group id", "Read without a group"),
                    "",
                    BrokerFailure.Kind.FATAL));
        } else if (joining.answer() instanceof JoinAnswer.Question question) {
            dialogs.confirm(
                    new Dialogs.Confirmation("Join group " + group, question.effect(), "Join as a consumer"), join);
        } else {
            join.run();
        }
    }
}
