package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.consume.KafkaConsumers;
import dev.surveyor.kafka.testing.CollectingSink;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMemberContract;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;

/** The consumer of a table keeps the promises of all members. */
@ExtendWith(SandboxBroker.class)
class TableMemberIT extends GroupMemberContract {

    private final TestBroker broker;

    @AutoClose
    private final TestConnection connection;

    TableMemberIT(TestBroker broker) {
        this.broker = broker;
        this.connection = TestConnection.to(broker.bootstrapServers());
    }

    @Override
    protected GroupMember start() {
        String group = TestBroker.uniqueName("table");
        var unused = new KafkaConsumers(connection.context())
                .start(
                        new ConsumeRequest(
                                Subscription.to(broker.newTopic(2)),
                                Set.of(),
                                new StartPosition.Beginning(),
                                new ConsumerMode.GroupMember(MemberSettings.of(group)),
                                IsolationLevel.READ_UNCOMMITTED),
                        new CollectingSink());
        return new KafkaGroupMembers(connection.context(), new KafkaClusterReader(broker.admin(), connection.context()))
                .of(group)
                .get(0);
    }
}
