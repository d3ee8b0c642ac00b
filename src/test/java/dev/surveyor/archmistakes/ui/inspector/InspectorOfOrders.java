package dev.surveyor.archmistakes.ui.inspector;

import dev.surveyor.archmistakes.ui.payments.PaymentsView;

/** What features share must not know one of them. */
record InspectorOfOrders(PaymentsView payments) {}
