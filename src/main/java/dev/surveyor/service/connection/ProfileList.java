package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The profiles in the user's order. Not safe for several threads at once. */
final class ProfileList {

    private final List<ConnectionProfile> profiles = new ArrayList<>();

    List<ConnectionProfile> all() {
        return List.copyOf(profiles);
    }

    Optional<ConnectionProfile> find(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    int indexOf(String id) {
        for (int i = 0; i < profiles.size(); i++) {
            if (profiles.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts what was read from the disk before what was added here meanwhile; what was changed here stays changed. */
    void addLoaded(List<ConnectionProfile> loaded) {
        List<ConnectionProfile> own = List.copyOf(profiles);
        profiles.clear();
        for (ConnectionProfile profile : loaded) {
            profiles.add(own.stream()
                    .filter(changed -> changed.id().equals(profile.id()))
                    .findFirst()
                    .orElse(profile));
        }
        own.stream().filter(profile -> indexOf(profile.id()) < 0).forEach(profiles::add);
    }

    /** Replaces the profile of the same id, or adds it at the end. */
    void put(ConnectionProfile profile) {
        int index = indexOf(profile.id());
        if (index < 0) {
            profiles.add(profile);
        } else {
            profiles.set(index, profile);
        }
    }

    /** Puts it at that place, or at the end where there are not so many. */
    void insert(int index, ConnectionProfile profile) {
        profiles.add(Math.max(0, Math.min(index, profiles.size())), profile);
    }

    void remove(String id) {
        profiles.removeIf(profile -> profile.id().equals(id));
    }

    /** Returns the name itself, or the name with the first free number behind it. */
    String freeName(String wanted) {
        String name = wanted;
        for (int number = 2; taken(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private boolean taken(String name) {
        return profiles.stream().anyMatch(profile -> profile.name().equals(name));
    }
}
