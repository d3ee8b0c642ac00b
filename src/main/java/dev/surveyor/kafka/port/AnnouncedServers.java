package dev.surveyor.kafka.port;

import dev.surveyor.service.connection.BootstrapServers.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.BootstrapConfiguration;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.ChannelBuilder;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.LogContext;

/**
 * Asks one bootstrap server where its cluster says that its brokers are. The clients go there next and never say where
 * that was. Speaks through the client's own network layer, so that TLS and logins are those of the connection.
 */
public final class AnnouncedServers {

    private static final String CLIENT = "surveyor-look";
    private static final int BUFFER = 64 * 1024;

    private AnnouncedServers() {}

    /**
     * Returns what the cluster announces, without order. Blocks.
     *
     * @param properties of an admin client of the connection; holds secrets
     * @param bootstrap a server that answers
     * @param limit how long to wait for the connection, and again for the answer
     * @throws IOException where the server does not answer in time
     * @throws org.apache.kafka.common.KafkaException where the login or the handshake is refused
     */
    public static List<Server> of(Map<String, Object> properties, Server bootstrap, Duration limit) throws IOException {
        Time time = Time.SYSTEM;
        int limitInMillis = (int) limit.toMillis();
        LogContext log = new LogContext("[Look clientId=" + CLIENT + "] ");
        Node node = new Node(-1, bootstrap.host(), bootstrap.port());
        AbstractConfig config = new AbstractConfig(AdminClientConfig.configDef(), properties, false);
        try (Metrics metrics = new Metrics(time);
                ChannelBuilder channels = ClientUtils.createChannelBuilder(config, time, log);
                Selector selector = new Selector(limitInMillis, metrics, time, CLIENT, channels, log);
                NetworkClient client = new NetworkClient(
                        selector,
                        new ManualMetadataUpdater(List.of(node)),
                        CLIENT,
                        1,
                        limitInMillis,
                        limitInMillis,
                        BUFFER,
                        BUFFER,
                        limitInMillis,
                        limitInMillis,
                        limitInMillis,
                        time,
                        true,
                        new ApiVersions(),
                        log,
                        MetadataRecoveryStrategy.NONE,
                        BootstrapConfiguration.DISABLED,
                        false)) {
            if (!NetworkClientUtils.awaitReady(client, node, time, limitInMillis)) {
                throw new IOException(bootstrap + " was not ready in time");
            }
            ClientResponse response = NetworkClientUtils.sendAndReceive(
                    client,
                    client.newClientRequest(
                            node.idString(), new MetadataRequest.Builder(List.of(), false), time.milliseconds(), true),
                    time);
            return ((MetadataResponse) response.responseBody())
                    .brokers().stream()
                            .map(broker -> new Server(broker.host(), broker.port()))
                            .distinct()
                            .toList();
        }
    }
}
