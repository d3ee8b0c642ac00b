package dev.surveyor.ui.seek;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the seek dialog over the window, and remembers for each consumer and group what was sought. For the JavaFX thread only. */
public final class SeekDialogs {

    private final Toolkit toolkit;
    private final Workbench workbench;
    private final Map<String, SeekHistory> histories = new HashMap<>();

    public SeekDialogs(Toolkit toolkit, Workbench workbench) {
        this.toolkit = toolkit;
        this.workbench = workbench;
    }

    /** Asks where a running consumer goes on; where it is in a group, that group's commits can be moved instead. */
    public void ofConsumer(ClusterSession session, ConsumeSession consumer) {
        SeekSubject position = new SeekSubject.OfConsumer(consumer);
        show(
                session,
                position.group().isEmpty()
                        ? List.of(position)
                        : List.of(position, commitsOf(session, position.group())));
    }

    /** Asks where a group goes on. */
    public void ofGroup(ClusterSession session, String groupId) {
        show(session, List.of(commitsOf(session, groupId)));
    }

    private static SeekSubject commitsOf(ClusterSession session, String groupId) {
        return new SeekSubject.OfGroup(
                new GroupReset(session.cluster(), session.groupOffsets(), session.members(), groupId));
    }

    private void show(ClusterSession session, List<SeekSubject> subjects) {
        SeekViewModel model = new SeekViewModel(
                subjects,
                session.profile(),
                session.cluster(),
                subject -> histories.computeIfAbsent(
                        session.profile().id() + " " + subject.id(), made -> new SeekHistory()),
                toolkit.ui(),
                toolkit.clock(),
                toolkit.zone().getValue(),
                failure -> workbench.problem(session.profile().name(), failure));
        workbench.show(new SeekDialog(
                model,
                toolkit.dialogs().about(session.profile()),
                toolkit.background(),
                toolkit.ui(),
                (done, undo) -> workbench.notice(done, "Undo", undo)));
    }
}
