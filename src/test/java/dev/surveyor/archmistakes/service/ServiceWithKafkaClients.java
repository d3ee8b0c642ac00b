package dev.surveyor.archmistakes.service;

import org.apache.kafka.common.TopicPartition;

/** A service must not know the Kafka clients. */
record ServiceWithKafkaClients(TopicPartition partition) {}
