#include "http/handlers/contests.h"

#include "core/plan/presets.h"
#include "core/refusal.h"
#include "http/ascii.h"
#include "http/exchange.h"
#include "http/handlers/contest_view.h"
#include "http/new_id.h"
#include "http/reply.h"
#include "journal/plan_json.h"
#include "store/committer.h"
#include "store/store.h"
#include "text/base64.h"
#include "text/unicode.h"

#include <algorithm>
#include <set>

namespace thi::http::handlers {
namespace {

constexpr std::size_t code_max = 40; // Part of the log's origin.
constexpr std::size_t title_bytes_max = 600;

struct PresetWords {
    core::Preset preset;
    std::string_view title;
    std::string_view summary;
};

constexpr PresetWords preset_words[] = {
    {core::Preset::BTCTW_2017, "Thi tuyển lãnh đạo cấp vụ năm 2017 của Ban Tổ chức Trung ương",
     "Một vòng: trình bày và bảo vệ đề án trước hội đồng thi."},
    {core::Preset::MOHA_2424, "Đề án 2424 của Bộ Nội vụ",
     "Thi viết và trình bày đề án; người giới thiệu và tự ứng cử."},
    {core::Preset::MOH_2017, "Bộ Y tế năm 2017", "Thi viết, sau đó bảo vệ đề án."},
    {core::Preset::MOT_2017, "Bộ Giao thông vận tải năm 2017",
     "Bảo vệ đề án và trả lời câu hỏi, chấm bằng phiếu."},
    {core::Preset::CIVIL_2ROUND, "Tuyển dụng công chức hai vòng",
     "Vòng một trắc nghiệm trên máy tính, vòng hai thi viết hoặc phỏng vấn."},
};

bool is_code(std::string_view code) {
    return !code.empty() && code.size() <= code_max &&
           std::all_of(code.begin(), code.end(),
                       [](char c) { return is_alphanumeric(c) || c == '-'; });
}

core::Result<api::NewContest> checked(api::NewContest asked) {
    asked.title = text::squeezed(text::nfc(asked.title));
    std::vector<core::FieldFault> faults;
    if (!is_code(asked.code))
        faults.push_back(core::wrong("/code", "Mã gồm 1 đến 40 chữ cái, chữ số hoặc dấu gạch nối.",
                                     "A code has 1 to 40 letters, digits or hyphens."));
    if (asked.title.empty() || asked.title.size() > title_bytes_max)
        faults.push_back(core::wrong("/title", "Cần tên kỳ thi, không quá 600 byte.",
                                     "A title is needed, of at most 600 bytes."));
    if (faults.empty()) return asked;
    return core::refuse(core::Code::invalid_field, "Thông tin kỳ thi chưa hợp lệ.",
                        "The contest is not valid.", std::move(faults));
}

core::Plan plan_from(const api::NewContest& asked) {
    auto plan = core::with_new_ids(journal::preset_plan(asked.preset),
                                   [] { return crypto::random_bytes<10>(); });
    const auto chosen = [](auto& setting, std::string value) {
        setting.value = std::move(value);
        setting.source = "đặt khi lập kỳ thi";
        setting.waived.reset();
    };
    chosen(plan.contest.code, asked.code);
    chosen(plan.contest.title, asked.title);
    return plan;
}

std::string quoted(const crypto::Digest& hash) {
    return "\"" + text::encode_base64(crypto::view(hash)) + "\"";
}

core::Fault changed_meanwhile() {
    return core::refuse(core::Code::wrong_state, "Bản dự thảo đã được người khác sửa.",
                        "Somebody else has changed the draft in the meantime.");
}

// A draft as it was sent, for the contest whose code it is.
core::Result<core::Plan> plan_sent(const text::Raw& sent, const store::ContestRow& row) {
    auto plan = journal::read_plan(text::canonical(sent.value));
    if (plan && plan->contest.code.value != row.site.code)
        return core::refuse(core::Code::invalid_field, "Mã kỳ thi không đổi được.",
                            "The code of a contest cannot change.",
                            {core::wrong("/contest/code", "Mã kỳ thi không đổi được.",
                                         "The code of a contest cannot change.")});
    return plan;
}

} // namespace

net::awaitable<core::Result<Reply>> list_contests(Exchange& exchange) {
    api::ContestList body;
    body.server_now = exchange.now();
    exchange.store().read([&](const store::Reader& reader) {
        std::set<core::ContestId> duties;
        bool all = false;
        if (exchange.signed_in()) {
            all = exchange.session().administrator;
            for (const auto& duty : reader.duties(exchange.account()))
                duties.insert(duty.contest);
        }
        for (auto& row : reader.contests())
            if (row.plan_version > 0 || all || duties.count(row.site.contest) > 0)
                body.contests.push_back(contest_line(seen(std::move(row))));
    });
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> create_contest(Exchange& exchange) {
    auto asked = exchange.body<api::NewContest>();
    if (!asked) co_return asked.error();
    const auto body = checked(std::move(*asked));
    if (!body) co_return body.error();
    store::ContestSite site;
    site.contest = new_id<core::ContestId>();
    site.code = body->code;
    site.draft_plan = journal::write_plan(plan_from(*body));
    site.created_by = exchange.account();
    site.created_at = site.updated_at = exchange.now();
    store::SiteWrite add = [&site](store::SiteWriter& write, const core::Events&) {
        return write.add_contest(site);
    };
    const auto written = co_await exchange.committer().site(std::move(add));
    if (!written) co_return written.error();
    auto row = exchange.store().ask(
        [&](const store::Reader& reader) { return reader.contest(site.contest); });
    if (!row) co_return core::refuse(core::Code::busy, "Chưa đọc được.", "Not readable yet.");
    co_return Reply::created(contest_line(seen(std::move(*row))),
                             "/api/contests/" + site.contest.str());
}

net::awaitable<core::Result<Reply>> list_presets(Exchange&) {
    api::PresetList body;
    for (const auto& words : preset_words)
        body.presets.push_back(
            {words.preset, std::string{words.title}, std::string{words.summary}});
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> read_notice(Exchange& exchange) {
    const auto contest = visible_contest(exchange);
    if (!contest) co_return contest.error();
    const auto body = exchange.store().ask(
        [&](const store::Reader& reader) { return notice_of(reader, *contest, exchange.now()); });
    co_return Reply::ok(body);
}

net::awaitable<core::Result<Reply>> read_plan(Exchange& exchange) {
    const auto contest = visible_contest(exchange);
    if (!contest) co_return contest.error();
    const auto body = plan_view(*contest);
    auto reply = Reply::ok(body);
    reply.etag = quoted(*body.hash);
    co_return reply;
}

net::awaitable<core::Result<Reply>> write_plan(Exchange& exchange) {
    const auto body = exchange.body<api::PlanDraft>();
    if (!body) co_return body.error();
    auto contest = visible_contest(exchange);
    if (!contest) co_return contest.error();
    auto& row = contest->row;
    if (row.plan_version > 0)
        co_return core::refuse(core::Code::wrong_state,
                               "Kế hoạch đã công bố chỉ được sửa bằng quyết định sửa đổi.",
                               "A published plan is changed by amendment only.");
    const auto match = exchange.header("if-match");
    if (match.empty())
        co_return core::refuse(core::Code::bad_request, "Thiếu If-Match của bản dự thảo đã đọc.",
                               "If-Match of the draft that was read is missing.");
    if (match != quoted(crypto::sha256(row.plan))) co_return changed_meanwhile();
    const auto plan = plan_sent(body->plan, row);
    if (!plan) co_return plan.error();
    const auto written_plan = journal::write_plan(*plan);
    const auto now = exchange.now();
    store::SiteWrite set = [&](store::SiteWriter& write, const core::Events&) {
        return write.set_draft_plan(row.site.contest, written_plan, row.site.updated_at, now);
    };
    const auto written = co_await exchange.committer().site(std::move(set));
    if (!written) co_return written.error();
    row.plan = row.site.draft_plan = written_plan;
    const auto view = plan_view({row, *plan});
    auto reply = Reply::ok(view);
    reply.etag = quoted(*view.hash);
    co_return reply;
}

} // namespace thi::http::handlers
