package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.FakeSandbox;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxCardViewModelTest {

    private static final SandboxState.Running RUNNING = new SandboxState.Running("127.0.0.1:41092", Path.of("data"));

    private final FakeSandbox sandbox = new FakeSandbox(new SandboxState.Stopped());
    private final FakeDialogs dialogs = new FakeDialogs();
    private final SandboxCardViewModel model = new SandboxCardViewModel(sandbox, new DirectUiExecutor(), () -> dialogs);

    @Test
    void it_says_whether_the_broker_runs_and_where() {
        assertThat(model.titleProperty().get()).isEqualTo("Broker not running");
        sandbox.state(RUNNING);
        assertThat(model.titleProperty().get()).isEqualTo("Sandbox broker");
        assertThat(model.portProperty().get()).isEqualTo(":41092");
        assertThat(model.dotProperty().get()).isEqualTo(Dot.Kind.OK);
        sandbox.state(new SandboxState.Failed(
                new BrokerFailure("The port is taken.", "", List.of("Choose another"), "", BrokerFailure.Kind.FATAL)));
        assertThat(model.hintProperty().get()).isEqualTo("The port is taken.");
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void data_is_deleted_only_after_a_yes() {
        model.reset();
        assertThat(sandbox.asked).isEmpty();
        dialogs.confirming();
        model.reset();
        assertThat(sandbox.asked).containsExactly("reset");
    }

    @Test
    void a_rate_out_of_range_is_explained_and_not_applied() {
        sandbox.state(RUNNING);
        assertThat(model.rateProperty().get()).isEqualTo("5");
        model.rateProperty().set("20000");
        model.applyRate();
        assertThat(sandbox.rate).isEqualTo(5);
        assertThat(model.rateProblemProperty().get()).contains("0").contains("10 000");
        model.rateProperty().set(" 0 ");
        model.applyRate();
        assertThat(sandbox.rate).isZero();
        assertThat(model.rateProblemProperty().get()).isEmpty();
    }
}
