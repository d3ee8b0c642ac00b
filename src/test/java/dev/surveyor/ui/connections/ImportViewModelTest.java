package dev.surveyor.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.connection.ClientPropertiesImport;
import dev.surveyor.service.connection.FakeCatalog;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.ui.testing.DirectUiExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {

    @TempDir
    Path folder;

    private final List<ProfileDraft> imported = new ArrayList<>();
    private final ImportViewModel model = new ImportViewModel(
            new ClientPropertiesImport(new FakeCatalog()), Runnable::run, new DirectUiExecutor(), imported::add);

    @Test
    void a_pasted_text_is_read_at_once_and_handed_on_when_accepted() {
        model.show();
        model.textProperty().set("bootstrap.servers=b1:9092");
        assertThat(model.draftProperty().get()).isNotNull();
        model.accept();
        assertThat(imported).singleElement().extracting(ProfileDraft::name).isEqualTo("b1");
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void another_text_says_what_is_wrong_and_cannot_be_accepted() {
        model.show();
        model.textProperty().set("hello");
        assertThat(model.problemProperty().get()).contains("not a client.properties");
        model.accept();
        assertThat(imported).isEmpty();
    }

    @Test
    void a_file_opens_it_and_gives_its_name() throws IOException {
        model.readFile(Files.writeString(folder.resolve("orders-prod.properties"), "bootstrap.servers=b1:9092"));
        assertThat(model.openProperty().get()).isTrue();
        model.accept();
        assertThat(imported).singleElement().extracting(ProfileDraft::name).isEqualTo("orders-prod");
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_and_no_crash() {
        model.readFile(folder.resolve("nothing.properties"));
        assertThat(model.problemProperty().get()).contains("nothing.properties could not be read");
    }

    @Test
    void a_file_is_read_in_the_encoding_that_its_editor_used() throws IOException {
        String text = "bootstrap.servers=b1:9092\nssl.truststore.location=/home/zo\u00eb/ca.pem";
        for (byte[] content : List.of(
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.ISO_8859_1),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
            model.readFile(Files.write(folder.resolve("client.properties"), content));
            assertThat(model.problemProperty().get()).isEmpty();
            model.accept();
        }
        assertThat(imported).hasSize(5).allSatisfy(draft -> {
            assertThat(draft.bootstrapServers()).containsExactly("b1:9092");
            assertThat(draft.properties()).containsEntry("ssl.truststore.location", "/home/zo\u00eb/ca.pem");
            assertThat(draft.notes()).isEmpty();
        });
    }
}
