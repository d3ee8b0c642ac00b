/**
 * What is on a cluster: the sidebar's tree with the card of the sandbox, the page of a topic and that of the
 * brokers. Opening things is the shell's business; nothing here knows another feature.
 */
@NullMarked
package dev.surveyor.ui.topics;

import org.jspecify.annotations.NullMarked;
