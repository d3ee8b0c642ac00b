package dev.surveyor.kafka.security;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a {@code sasl.jaas.config} with their places, as the clients divide it ({@code JaasConfig} of Kafka, with
 * a {@code StreamTokenizer}): a slash outside quotes begins a comment, and a quoted text ends with its line.
 */
final class JaasTokens {

    private final String text;
    private int at;

    private JaasTokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        WORD,
        EQUALS,
        SEMICOLON,
        /** Text whose quote is not closed, to its end. */
        OPEN_QUOTE
    }

    /**
     * A token.
     *
     * @param text without quotes
     * @param place of its first character, counted from 1
     * @param cut whether a slash ended it, or is all that stands there
     */
    record Token(Kind kind, String text, int place, boolean cut) {}

    /** Returns the tokens of the text, in order. */
    static List<Token> of(String text) {
        JaasTokens reader = new JaasTokens(text);
        List<Token> tokens = new ArrayList<>();
        while (reader.skip(tokens)) {
            tokens.add(reader.next());
        }
        return tokens;
    }

    /** Passes over white space and comments; false at the end. */
    private boolean skip(List<Token> tokens) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '/') {
                markCut(tokens);
                comment();
            } else if (c <= ' ') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void markCut(List<Token> tokens) {
        if (!tokens.isEmpty()) {
            Token last = tokens.get(tokens.size() - 1);
            tokens.set(tokens.size() - 1, new Token(last.kind(), last.text(), last.place(), true));
        }
    }

    private void comment() {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else {
            while (at < text.length() && !isLineEnd(text.charAt(at))) {
                at++;
            }
        }
    }

    private Token next() {
        int place = at + 1;
        char c = text.charAt(at);
        if (c == ';' || c == '=') {
            at++;
            return new Token(c == ';' ? Kind.SEMICOLON : Kind.EQUALS, String.valueOf(c), place, false);
        }
        if (c == '"' || c == '\'') {
            return quoted(c, place);
        }
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, text.substring(start, at), place, false);
    }

    private Token quoted(char quote, int place) {
        StringBuilder inside = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote && !isLineEnd(text.charAt(at))) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            inside.append(text.charAt(at));
            at++;
        }
        boolean closed = at < text.length() && text.charAt(at) == quote;
        at += closed ? 1 : 0;
        return new Token(closed ? Kind.WORD : Kind.OPEN_QUOTE, inside.toString(), place, false);
    }

    private static boolean isWord(char c) {
        return c > ' ' && c != ';' && c != '=' && c != '"' && c != '\'' && c != '/';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
