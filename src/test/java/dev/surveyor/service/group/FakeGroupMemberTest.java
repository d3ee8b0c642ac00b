package dev.surveyor.service.group;

import dev.surveyor.domain.consume.MemberSettings;
import java.util.List;

class FakeGroupMemberTest extends GroupMemberContract {

    @Override
    protected GroupMember start() {
        return new FakeGroupMember(MemberSettings.of("billing"), "billing-1", List.of("orders"));
    }
}
