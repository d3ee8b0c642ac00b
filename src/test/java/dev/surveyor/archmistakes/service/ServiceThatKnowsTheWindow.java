package dev.surveyor.archmistakes.service;

import dev.surveyor.archmistakes.ui.payments.PaymentsView;

/** A service must not know the window. */
record ServiceThatKnowsTheWindow(PaymentsView view) {}
