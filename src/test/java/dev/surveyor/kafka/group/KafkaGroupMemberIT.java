package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMemberContract;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;

/** A member with a client of its own keeps the promises of all members. */
@ExtendWith(SandboxBroker.class)
class KafkaGroupMemberIT extends GroupMemberContract {

    private final TestBroker broker;

    @AutoClose
    private final TestConnection connection;

    KafkaGroupMemberIT(TestBroker broker) {
        this.broker = broker;
        this.connection = TestConnection.to(broker.bootstrapServers());
    }

    @Override
    protected GroupMember start() {
        return new KafkaGroupMembers(connection.context(), new KafkaClusterReader(broker.admin(), connection.context()))
                .start(MemberSettings.of(TestBroker.uniqueName("member")), List.of(broker.newTopic(2)));
    }
}
