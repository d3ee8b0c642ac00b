package dev.surveyor.ui.fx;

import java.util.concurrent.Executor;

/**
 * Runs work on the JavaFX thread, always later and in order, never at once: work that ran in the middle of a layout
 * could change what is being laid out.
 */
public interface UiExecutor extends Executor {}
