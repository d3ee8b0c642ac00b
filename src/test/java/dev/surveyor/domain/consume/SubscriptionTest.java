package dev.surveyor.domain.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    @Test
    void the_text_form_is_read_back() {
        assertThat(Subscription.parse("orders")).isEqualTo(Subscription.to("orders"));
        assertThat(Subscription.parse(" orders, payments ,orders,"))
                .isEqualTo(new Subscription.Topics(List.of("orders", "payments")));
        assertThat(Subscription.parse("/ord(er)?s-.*/")).isEqualTo(new Subscription.Matching("ord(er)?s-.*"));
        assertThat(Subscription.parse("/a,b/").text()).isEqualTo("/a,b/");
    }

    @Test
    void what_is_no_subscription_is_refused_with_the_reason() {
        assertThatThrownBy(() -> Subscription.parse(" , ")).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Subscription.parse("/ord(/")).hasMessageContaining("ord(");
    }
}
