package dev.surveyor.ui.producer;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.transfer.RecordJsonReader;
import dev.surveyor.codec.transfer.RecordLineException;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.parts.DragForms;
import dev.surveyor.ui.parts.DraggedTopic;
import dev.surveyor.ui.parts.DropTarget;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;

/**
 * What a producer makes of what is dropped on it: a record of a table fills the form as Re-send does, a topic becomes
 * the topic, a file the value.
 *
 * @param file reads a file that becomes the value
 * @param refused told why nothing became of a drop
 */
record ProducerDrop(ProducerViewModel model, Consumer<Path> file, Consumer<BrokerFailure> refused)
        implements DropTarget {

    @Override
    public boolean takes(Clipboard dragged) {
        return dragged.hasContent(DragForms.RECORDS) || DraggedTopic.of(dragged) != null || dragged.hasFiles();
    }

    @Override
    public boolean drop(Clipboard dropped) {
        DraggedTopic topic = DraggedTopic.of(dropped);
        if (dropped.getContent(DragForms.RECORDS) instanceof String lines) {
            return resend(lines.lines().toList());
        } else if (topic != null) {
            model.form().target().topicProperty().set(topic.name());
            return true;
        }
        List<File> files = dropped.getFiles();
        if (files.size() != 1) {
            return refuse(
                    Counted.of(files.size(), "file") + " cannot become one value.",
                    "A record has one value.",
                    "Drop one file");
        }
        file.accept(files.get(0).toPath());
        return true;
    }

    private boolean resend(List<String> lines) {
        if (lines.size() != 1) {
            return refuse(
                    Counted.of(lines.size(), "record") + " cannot be filled in at once.",
                    "The form is one record.",
                    "Drag one record, or export the selection and import the file into the topic");
        }
        try {
            model.fill(RecordJsonReader.read(Slice.of(lines.get(0).getBytes(StandardCharsets.UTF_8))));
            return true;
        } catch (RecordLineException broken) {
            return refuse(
                    "What was dropped is no record.", String.valueOf(broken.getMessage()), "Use Re-send… instead");
        }
    }

    private boolean refuse(String what, String why, String remedy) {
        refused.accept(new BrokerFailure(what, why, List.of(remedy), "", BrokerFailure.Kind.FATAL));
        return false;
    }
}
