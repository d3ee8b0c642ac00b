package dev.surveyor.kafka.log;

import dev.surveyor.service.log.LogContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which loggers of the Kafka clients make up a context: their classes in the version that is used, some of which move
 * from release to release. A name stands for its children, too; the longest wins.
 */
final class KafkaLoggers {

    /** The parent of all of them. */
    static final String ROOT = "org.apache.kafka";

    private static final String CLIENTS = ROOT + ".clients.";
    private static final String CONSUMER = CLIENTS + "consumer.";
    private static final String CONSUMER_INTERNALS = CONSUMER + "internals.";
    private static final String PRODUCER_INTERNALS = CLIENTS + "producer.internals.";
    private static final String COMMON = ROOT + ".common.";

    private static final Map<LogContext, List<String>> BY_CONTEXT = Map.ofEntries(
            Map.entry(
                    LogContext.BROKER,
                    List.of(
                            CLIENTS + "NetworkClient",
                            CLIENTS + "ClusterConnectionStates",
                            CONSUMER_INTERNALS + "ConsumerNetworkClient",
                            CONSUMER_INTERNALS + "NetworkClientDelegate",
                            COMMON + "network.Selector",
                            COMMON + "network.NetworkReceive")),
            Map.entry(
                    LogContext.METADATA,
                    List.of(
                            CLIENTS + "Metadata",
                            PRODUCER_INTERNALS + "ProducerMetadata",
                            CONSUMER_INTERNALS + "ConsumerMetadata",
                            CONSUMER_INTERNALS + "TopicMetadataFetcher",
                            CONSUMER_INTERNALS + "TopicMetadataRequestManager",
                            CLIENTS + "admin.internals.AdminMetadataManager")),
            Map.entry(
                    LogContext.SECURITY,
                    List.of(
                            COMMON + "security",
                            COMMON + "network.SslTransportLayer",
                            COMMON + "network.ChannelBuilders",
                            COMMON + "network.SaslChannelBuilder",
                            COMMON + "network.SslChannelBuilder")),
            Map.entry(
                    LogContext.MSG,
                    List.of(
                            CLIENTS + "producer.KafkaProducer",
                            PRODUCER_INTERNALS + "BuiltInPartitioner",
                            PRODUCER_INTERNALS + "RecordAccumulator",
                            PRODUCER_INTERNALS + "ChunkedRecordAccumulator",
                            PRODUCER_INTERNALS + "Sender",
                            PRODUCER_INTERNALS + "ProducerBatch")),
            Map.entry(
                    LogContext.EOS,
                    List.of(PRODUCER_INTERNALS + "TransactionManager", PRODUCER_INTERNALS + "TxnPartitionMap")),
            Map.entry(
                    LogContext.CGRP,
                    List.of(
                            CONSUMER_INTERNALS + "AbstractCoordinator",
                            CONSUMER_INTERNALS + "ConsumerCoordinator",
                            CONSUMER_INTERNALS + "AbstractMembershipManager",
                            CONSUMER_INTERNALS + "ConsumerMembershipManager",
                            CONSUMER_INTERNALS + "AbstractHeartbeatRequestManager",
                            CONSUMER_INTERNALS + "ConsumerHeartbeatRequestManager",
                            CONSUMER_INTERNALS + "CoordinatorRequestManager",
                            CONSUMER_INTERNALS + "CommitRequestManager",
                            CONSUMER_INTERNALS + "ConsumerRebalanceListenerInvoker",
                            CONSUMER_INTERNALS + "ShareHeartbeatRequestManager",
                            CONSUMER_INTERNALS + "ShareMembershipManager",
                            CONSUMER_INTERNALS + "StreamsGroupHeartbeatRequestManager",
                            CONSUMER_INTERNALS + "StreamsMembershipManager",
                            CONSUMER_INTERNALS + "StreamsRebalanceListenerInvoker",
                            CONSUMER_INTERNALS + "Heartbeat")),
            Map.entry(
                    LogContext.ASSIGNOR,
                    List.of(
                            CONSUMER_INTERNALS + "AbstractStickyAssignor",
                            CONSUMER_INTERNALS + "AbstractPartitionAssignor",
                            CONSUMER + "RangeAssignor",
                            CONSUMER + "RoundRobinAssignor",
                            CONSUMER + "StickyAssignor",
                            CONSUMER + "CooperativeStickyAssignor")),
            Map.entry(
                    LogContext.FETCH,
                    List.of(
                            CONSUMER_INTERNALS + "AbstractFetch",
                            CONSUMER_INTERNALS + "Fetcher",
                            CONSUMER_INTERNALS + "FetchBuffer",
                            CONSUMER_INTERNALS + "FetchRequestManager",
                            CONSUMER_INTERNALS + "FetchCollector",
                            CONSUMER_INTERNALS + "CompletedFetch",
                            CONSUMER_INTERNALS + "OffsetFetcher",
                            CONSUMER_INTERNALS + "OffsetFetcherUtils",
                            CONSUMER_INTERNALS + "OffsetsRequestManager",
                            CONSUMER_INTERNALS + "OffsetsForLeaderEpochUtils",
                            CONSUMER_INTERNALS + "PositionsValidator",
                            CONSUMER_INTERNALS + "ShareCompletedFetch",
                            CONSUMER_INTERNALS + "ShareConsumeRequestManager",
                            CONSUMER_INTERNALS + "ShareFetchBuffer",
                            CONSUMER_INTERNALS + "ShareFetchCollector",
                            CONSUMER_INTERNALS + "ShareSessionHandler",
                            CLIENTS + "FetchSessionHandler")),
            Map.entry(
                    LogContext.CONSUMER,
                    List.of(
                            CONSUMER + "KafkaConsumer",
                            CONSUMER_INTERNALS + "ClassicKafkaConsumer",
                            CONSUMER_INTERNALS + "AsyncKafkaConsumer",
                            CONSUMER_INTERNALS + "ConsumerNetworkThread",
                            CONSUMER_INTERNALS + "RequestManagers",
                            CONSUMER_INTERNALS + "ShareConsumerImpl",
                            CONSUMER_INTERNALS + "events",
                            CONSUMER_INTERNALS + "SubscriptionState")),
            Map.entry(LogContext.ADMIN, List.of(CLIENTS + "admin")),
            Map.entry(
                    LogContext.CONF,
                    List.of(
                            CLIENTS + "producer.ProducerConfig",
                            CONSUMER + "ConsumerConfig",
                            CLIENTS + "admin.AdminClientConfig",
                            CLIENTS + "CommonClientConfigs",
                            COMMON + "config",
                            COMMON + "utils.internals.AppInfoParser",
                            COMMON + "utils.internals.ConfigUtils")),
            Map.entry(
                    LogContext.INTERCEPTOR,
                    List.of(PRODUCER_INTERNALS + "ProducerInterceptors", CONSUMER_INTERNALS + "ConsumerInterceptors")),
            Map.entry(LogContext.TELEMETRY, List.of(COMMON + "telemetry")),
            Map.entry(LogContext.GENERIC, List.of(ROOT)));

    private record Named(String logger, LogContext context) {}

    private static final List<Named> LONGEST_FIRST = BY_CONTEXT.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(logger -> new Named(logger, entry.getKey())))
            .sorted(Comparator.comparingInt((Named named) -> named.logger().length())
                    .reversed())
            .toList();

    private KafkaLoggers() {}

    /** Returns the names of all loggers that belong to a context. */
    static List<String> all() {
        return BY_CONTEXT.values().stream().flatMap(List::stream).sorted().toList();
    }

    /** Returns the names of the loggers of a context, at least one. */
    static List<String> of(LogContext context) {
        return BY_CONTEXT.getOrDefault(context, List.of());
    }

    /** Returns the context of a logger. */
    static LogContext contextOf(String logger) {
        return LONGEST_FIRST.stream()
                .filter(named -> logger.equals(named.logger()) || logger.startsWith(named.logger() + "."))
                .map(Named::context)
                .findFirst()
                .orElse(LogContext.GENERIC);
    }
}
