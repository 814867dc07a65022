// Minutes of a round that candidates sat: who came, what happened in the room, how it ended.

#include "print/minutes_parts.h"

#include <algorithm>

namespace thi::print {
namespace {

struct Stay {
    const Logged* admitted = nullptr; // Null: did not come.
    std::optional<core::EndReason> ended;
    std::uint64_t end_index = 0;
    core::Instant ended_at;
};

// Of one round; keyed by sitting.
struct Room {
    std::map<core::SittingId, Stay> stays;
    std::uint64_t last_index = 0;
    core::Instant last_at;
    // Somebody came, and everybody who came has ended.
    bool over() const {
        const auto came = [](const auto& one) {
            return one.second.admitted != nullptr;
        };
        return std::any_of(stays.begin(), stays.end(), came) &&
               std::all_of(stays.begin(), stays.end(), [&](const auto& one) {
                   return !came(one) || one.second.ended.has_value();
               });
    }
};

void end_stay(Room& room, core::SittingId sitting, core::EndReason reason, const Logged& entry) {
    const auto stay = room.stays.find(sitting);
    if (stay == room.stays.end() || stay->second.ended) return;
    stay->second.ended = reason;
    stay->second.end_index = entry.index;
    stay->second.ended_at = entry.at;
    room.last_index = entry.index;
    room.last_at = entry.at;
}

Room stays_of(const Looked& looked, core::RoundId round) {
    Room room;
    std::string draw;
    looked.each<core::DrawFrozen>([&](const core::DrawFrozen& frozen, const Logged&) {
        if (frozen.purpose == core::DrawPurpose::seats && frozen.round == round) draw = frozen.draw;
    });
    looked.each<core::DrawResolved>([&](const core::DrawResolved& resolved, const Logged&) {
        if (resolved.draw == draw)
            for (const auto& seat : resolved.seats)
                room.stays[seat.sitting];
    });
    looked.each<core::SittingAdmitted>([&](const core::SittingAdmitted& one, const Logged& entry) {
        if (const auto stay = room.stays.find(one.sitting); stay != room.stays.end())
            stay->second.admitted = &entry;
    });
    looked.each<core::SittingSubmitted>([&](const core::SittingSubmitted& one, const Logged& at) {
        end_stay(room, one.client.sitting, core::EndReason::submitted, at);
    });
    looked.each<core::SittingEnded>([&](const core::SittingEnded& one, const Logged& at) {
        end_stay(room, one.sitting, one.reason, at);
    });
    return room;
}

void write_rooms(Page& page, const Looked& looked, core::RoundId round) {
    looked.each<core::RoomsPlanned>([&](const core::RoomsPlanned& planned, const Logged& entry) {
        if (planned.round != round) return;
        for (const auto& room : planned.rooms) {
            std::vector<std::string> names;
            for (const auto& person : room.invigilators)
                names.push_back(looked.official(person));
            page.line("Phòng " + room.name + ", " + std::to_string(room.seats) +
                      " chỗ; giám thị: " + joined(names) + " " + print::entry(entry.index) + ".");
        }
    });
}

std::string counted(const Room& room, core::EndReason reason) {
    return std::to_string(std::count_if(room.stays.begin(), room.stays.end(), [&](const auto& one) {
        return one.second.admitted != nullptr && one.second.ended == reason;
    }));
}

void write_presence(Page& page, const Looked& looked, const Room& room) {
    const auto present = std::count_if(room.stays.begin(), room.stays.end(), [](const auto& one) {
        return one.second.admitted != nullptr;
    });
    const auto absent = std::ssize(room.stays) - present;
    page.line("Thí sinh theo danh sách: " + std::to_string(room.stays.size()) +
              "; dự thi: " + std::to_string(present) + "; vắng: " + std::to_string(absent) + ".");
    page.line("Tự nộp bài: " + counted(room, core::EndReason::submitted) +
              "; hết giờ, máy chủ thu bài: " + counted(room, core::EndReason::deadline) +
              "; bị đình chỉ: " + counted(room, core::EndReason::suspended) + ".");
    Page::Row missing;
    for (const auto& [sitting, stay] : room.stays)
        if (stay.admitted == nullptr) missing.push_back(looked.seated(sitting));
    if (missing.empty()) return;
    page.part("Thí sinh vắng");
    page.list(missing);
}

void write_events(Page& page, const Looked& looked, const Room& room, core::RoundId round) {
    Page::Row items;
    for (const auto& entry : looked.facts().entries) {
        const auto tell = [&](const std::string& text) {
            items.push_back(looked.when(entry.at) + ": " + text + " " + print::entry(entry.index));
        };
        const auto& event = entry.event;
        if (const auto* one = std::get_if<core::SittingAdmitted>(&event)) {
            if (one->late_by_decision && room.stays.contains(one->sitting))
                tell(looked.candidate(one->candidate) +
                     " vào phòng muộn theo quyết định của Chủ tịch Hội đồng");
        } else if (const auto* lease = std::get_if<core::SittingLeased>(&event)) {
            if (lease->lease > 1 && room.stays.contains(lease->sitting))
                tell(looked.seated(lease->sitting) + " chuyển sang máy khác" +
                     (lease->approved_by ? ", người duyệt: " + looked.official(*lease->approved_by)
                                         : std::string{}));
        } else if (const auto* opened = std::get_if<core::IncidentOpened>(&event)) {
            if (opened->round == round)
                tell("sự cố (" + std::string{word(opened->kind)} + "): " + opened->text);
        } else if (const auto* removed = std::get_if<core::TimeRemoved>(&event)) {
            if (removed->round == round)
                tell("không tính giờ từ " + looked.when(removed->from_at) + " đến " +
                     looked.when(removed->to_at) + ", lý do: " + removed->reason +
                     ", người duyệt: " + looked.approved(removed->approvals));
        } else if (const auto* granted = std::get_if<core::TimeGranted>(&event)) {
            if (room.stays.contains(granted->sitting))
                tell(looked.seated(granted->sitting) + " được bù " +
                     std::to_string(granted->ms / 60'000) + " phút, lý do: " + granted->reason);
        } else if (const auto* decided = std::get_if<core::LateDecided>(&event)) {
            if (room.stays.contains(decided->sitting))
                tell("câu trả lời đến muộn của " + looked.seated(decided->sitting) +
                     (decided->counts ? " được tính" : " không được tính") +
                     ", lý do: " + decided->reason);
        }
    }
    if (items.empty())
        page.line("Không có sự cố nào được ghi.");
    else
        page.list(items);
}

void write_infractions(Page& page, const Looked& looked, core::RoundId round) {
    bool any = false;
    looked.each<core::InfractionRecorded>(
        [&](const core::InfractionRecorded& one, const Logged& entry) {
            if (one.round != round) return;
            any = true;
            page.part(looked.candidate(one.candidate) + ": " + std::string{word(one.level)} + " " +
                      print::entry(entry.index));
            page.line("Xảy ra lúc " + looked.when(one.happened_at) + ", lập biên bản lúc " +
                      looked.when(entry.at) + ", người lập: " + looked.official(one.by) + ".");
            page.quote(one.facts);
            std::vector<std::string> witnesses;
            for (const auto& sitting : one.witnesses)
                witnesses.push_back(looked.seated(sitting));
            if (one.candidate_signed)
                page.line("Thí sinh đã ký biên bản.");
            else if (one.witnesses_refused)
                page.line("Thí sinh không ký; những người làm chứng cũng không ký.");
            else
                page.line("Thí sinh không ký; làm chứng: " + joined(witnesses) + ".");
            if (!one.objection.empty()) {
                page.line("Ý kiến của thí sinh:");
                page.quote(one.objection);
            }
        });
    if (!any) page.line("Không có vi phạm nào được ghi.");
}

void write_list(Page& page, const Looked& looked, const Room& room) {
    std::vector<Page::Row> rows;
    for (const auto& [sitting, stay] : room.stays)
        if (stay.admitted != nullptr)
            rows.push_back({looked.seated(sitting), looked.when(stay.admitted->at),
                            looked.when(stay.ended_at), std::string{word(*stay.ended)},
                            print::entry(stay.end_index)});
    std::sort(rows.begin(), rows.end());
    page.table({"Thí sinh", "Vào phòng", "Kết thúc", "Cách kết thúc", "#Mục"}, rows);
}

void write_sitting(Page& page, const Looked& looked, core::RoundId round) {
    const auto room = stays_of(looked, round);
    page.section("I. Phòng thi và Ban coi thi");
    write_rooms(page, looked, round);
    page.section("II. Thí sinh");
    write_presence(page, looked, room);
    page.section("III. Diễn biến");
    write_events(page, looked, room, round);
    page.section("IV. Vi phạm nội quy");
    write_infractions(page, looked, round);
    page.section("V. Danh sách dự thi");
    write_list(page, looked, room);
}

} // namespace

void add_sittings(const Looked& looked, std::vector<Minutes>& all) {
    if (!looked.facts().plan.rounds.value) return;
    for (const auto& round : *looked.facts().plan.rounds) {
        const auto room = stays_of(looked, round.round);
        if (!room.over()) continue;
        all.push_back(
            {{"sitting-" + std::string{round.round.text()}, MinutesKind::sitting,
              "Coi thi, " + round.title, room.last_index},
             [&looked, id = round.round](Page& page) { write_sitting(page, looked, id); },
             {core::Role::invigilator, core::Role::head_of_invigilation, core::Role::supervisor},
             room.last_at});
    }
}

} // namespace thi::print
