package dev.surveyor.ui.producer;

import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.fx.Toolkit;
import java.util.function.Consumer;

/**
 * What a producer page needs of the program around it.
 *
 * @param session the connection
 * @param toolkit about the connection; its settings keep forms
 * @param showInTable goes to an acknowledged record
 * @param showEvents opens the list of the shared stream
 */
record ProducerContext(
        ClusterSession session, Toolkit toolkit, Consumer<PartitionOffset> showInTable, Runnable showEvents) {}
