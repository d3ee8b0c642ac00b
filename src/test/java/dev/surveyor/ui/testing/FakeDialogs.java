package dev.surveyor.ui.testing;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Sheets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Notes every question and answers as the test has said; unsaid, it cancels. */
public final class FakeDialogs implements Dialogs {

    private final List<Object> asked = new ArrayList<>();
    private boolean confirms;
    private Path file;
    private String text;
    private String secret;
    private ConnectionProfile connection;

    /** Returns the questions so far, oldest first. */
    public List<Object> asked() {
        return List.copyOf(asked);
    }

    /** Says yes from now on. */
    public FakeDialogs confirming() {
        confirms = true;
        return this;
    }

    /** Chooses this file from now on. */
    public FakeDialogs choosing(Path path) {
        file = path;
        return this;
    }

    /** Types this text from now on. */
    public FakeDialogs typing(String typed) {
        text = typed;
        return this;
    }

    /** Gives this for every secret from now on. */
    public FakeDialogs givingSecret(String given) {
        secret = given;
        return this;
    }

    /** Returns the connection that the questions are about, null for none. */
    public ConnectionProfile connection() {
        return connection;
    }

    @Override
    public Dialogs about(ConnectionProfile profile) {
        connection = profile;
        return this;
    }

    @Override
    public Dialogs over(Sheets sheets) {
        return this;
    }

    @Override
    public void confirm(Confirmation question, Runnable whenConfirmed) {
        asked.add(question);
        if (confirms) {
            whenConfirmed.run();
        }
    }

    @Override
    public void error(BrokerFailure failure) {
        asked.add(failure);
    }

    @Override
    public void openFile(FileRequest request, Consumer<Path> whenChosen) {
        asked.add(request);
        if (file != null) {
            whenChosen.accept(file);
        }
    }

    @Override
    public void saveFile(FileRequest request, Consumer<Path> whenChosen) {
        openFile(request, whenChosen);
    }

    @Override
    public void askText(TextRequest request, Consumer<String> whenGiven) {
        asked.add(request);
        if (text != null && request.check().apply(text).isEmpty()) {
            whenGiven.accept(text);
        }
    }

    @Override
    public void askText(TextRequest request, Option option, BiConsumer<String, Boolean> whenGiven) {
        asked.add(option);
        askText(request, typed -> whenGiven.accept(typed, option.chosen()));
    }

    @Override
    public void askSecrets(SecretsRequest request, Consumer<Map<String, Secret>> whenGiven) {
        asked.add(request);
        if (secret != null) {
            Map<String, Secret> secrets = new LinkedHashMap<>();
            request.names().forEach(name -> secrets.put(name, new Secret(secret)));
            whenGiven.accept(secrets);
        }
    }
}
