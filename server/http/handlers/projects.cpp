// Projects: filed by the candidate, read by the council.

#include "core/decide.h"
#include "core/marking/hearing.h"
#include "core/marking/project_deadline.h"
#include "core/refusal.h"
#include "http/exchange.h"
#include "http/handlers/defence.h"
#include "http/handlers/defence_view.h"
#include "http/handlers/dossier.h"
#include "http/handlers/media.h"
#include "http/refusals.h"
#include "http/reply.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/unicode.h"

#include <algorithm>

namespace thi::http::handlers {
namespace {

const core::Post* post_of(const core::Contest& state, core::CandidateId candidate) {
    for (const auto& [id, application] : state.applications) {
        if (application.candidate != candidate || application.withdrawn) continue;
        for (const auto& post : *state.plan.post.list)
            if (post.post == application.post) return &post;
    }
    return nullptr;
}

void add_turn(api::ProjectView& view, const core::Contest& state, const core::Round& round,
              const core::Post& post, core::CandidateId candidate) {
    const auto order = core::heard_order(state, round, post.post);
    if (order) {
        const auto at = std::find(order->begin(), order->end(), candidate);
        if (at != order->end()) view.turn = at - order->begin() + 1;
    }
    if (const auto* hearing = core::find_hearing(state, round.round, candidate))
        view.step = hearing->step;
}

core::Result<api::ProjectView> view_of(const core::Contest& state, core::RoundId id,
                                       core::CandidateId candidate, core::Instant now) {
    const auto round = core::defence_round(state, id);
    if (!round) return round.error();
    api::ProjectView view;
    view.round = id;
    view.format = state.plan.project.format.value_or("");
    view.closes_at = core::project_deadline(state.plan, **round);
    if (const auto* post = post_of(state, candidate)) {
        view.topic = post->project_topic;
        add_turn(view, state, **round, *post, candidate);
    }
    const auto defence = state.defences.find(id);
    if (defence != state.defences.end())
        if (const auto own = defence->second.projects.find(candidate);
            own != defence->second.projects.end())
            for (const auto& version : own->second)
                view.versions.push_back(version_line(version));
    core::FileProject probe{
        .round = id, .candidate = candidate, .hash = {}, .bytes = 1, .received_at = now};
    view.open = core::decide(state, core::Command{probe}, now).has_value();
    return view;
}

net::awaitable<core::Result<Reply>> project_shown(Exchange& exchange) {
    const auto question = [round = exchange.path<core::RoundId>("round"),
                           candidate = exchange.candidate(),
                           now = exchange.now()](const core::Contest& state) {
        return view_of(state, round, candidate, now);
    };
    const auto view = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!view) co_return view.error();
    co_return Reply::ok(*view);
}

core::Result<std::string> name_of_file(const Exchange& exchange) {
    const auto name = exchange.query("name").value_or("");
    if (name.empty() || name.size() > file_name_bytes_max || !text::is_text(name))
        return core::refuse(core::Code::invalid_field, "Tên tệp dài 1 đến 200 byte.",
                            "A file name has 1 to 200 bytes.");
    auto clean = text::nfc(name);
    std::replace_if(
        clean.begin(), clean.end(),
        [](char c) {
            return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ' || c == 0x7f;
        },
        '_');
    return clean;
}

} // namespace

net::awaitable<core::Result<Reply>> my_project(Exchange& exchange) {
    co_return co_await project_shown(exchange);
}

net::awaitable<core::Result<Reply>> file_project(Exchange& exchange) {
    auto name = name_of_file(exchange);
    if (!name) co_return name.error();
    const auto type = media_type_of(exchange.body_text());
    if (!type) co_return type.error();
    if (*type != "application/pdf")
        co_return core::refuse(core::Code::unsupported_type, "Đề án nộp bằng tệp PDF.",
                               "A project is filed as a PDF.");
    const store::ProjectFile file{crypto::sha256(exchange.body_text()), std::move(*name),
                                  std::string{exchange.body_text()}};
    core::Command command{core::FileProject{.round = exchange.path<core::RoundId>("round"),
                                            .candidate = exchange.candidate(),
                                            .hash = file.sha256,
                                            .bytes = std::ssize(file.content),
                                            .received_at = exchange.received_at()}};
    store::SiteWrite put = [&](store::SiteWriter& write,
                               const core::Events&) -> core::Result<void> {
        write.put_project(exchange.candidate(), file);
        return {};
    };
    const auto done = co_await exchange.committer().commit(exchange.standing().contest,
                                                           std::move(command), std::move(put));
    if (!done) co_return done.error();
    co_return co_await project_shown(exchange);
}

// The version that counts: the candidate's own, or for the council.
net::awaitable<core::Result<Reply>> read_project(Exchange& exchange) {
    const auto candidate = exchange.path<core::CandidateId>("candidate");
    const auto question = [round = exchange.path<core::RoundId>("round"),
                           candidate](const core::Contest& state) -> std::optional<crypto::Digest> {
        const auto defence = state.defences.find(round);
        if (defence == state.defences.end()) return std::nullopt;
        const auto own = defence->second.projects.find(candidate);
        if (own == defence->second.projects.end()) return std::nullopt;
        return own->second.back().hash;
    };
    const auto hash = co_await exchange.committer().read(exchange.standing().contest, question);
    if (!hash) co_return hash.error();
    std::optional<store::ProjectFile> file;
    if (*hash)
        exchange.store().read(
            [&](const store::Reader& reader) { file = reader.project_file(candidate, **hash); });
    if (!file) co_return no_such_thing();
    auto reply = Reply::bytes("application/pdf", std::move(file->content));
    reply.attachment = file->file_name;
    co_return reply;
}

} // namespace thi::http::handlers
