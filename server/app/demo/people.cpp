#include "app/demo/people.h"

#include "app/accounts.h"
#include "app/site.h"

namespace thi::app::demo {

namespace {

using core::Role;

constexpr std::string_view more_candidates[] = {
    "Nguyễn Thị Ánh Tuyết", "Trần Quốc Bảo",      "Lê Thị Bích Châu",
    "Phạm Đức Duy",         "Hoàng Thị Đào",      "Vũ Minh Đăng",
    "Đặng Thị Hồng Gấm",    "Bùi Thanh Hải",      "Đỗ Thị Mỹ Hạnh",
    "Ngô Xuân Khoa",        "Dương Thị Lệ",       "Lý Văn Lực",
    "Hồ Thị Kim Ngân",      "Phan Hữu Nghĩa",     "Võ Thị Ngọc Oanh",
    "Huỳnh Tấn Phát",       "Mai Thị Quỳnh",      "Trương Công Sơn",
    "Đinh Thị Thơm",        "Cao Văn Tiến",       "Tạ Thị Út",
    "Lâm Quang Ước",        "Chu Thị Vân",        "Tống Thế Vinh",
    "Quách Thị Xuyến",      "Nguyễn Thị Yến Nhi", "Lê Hoàng Ý",
    "Trịnh Thị Ái Vân",     "Nguyễn Đình Ẩn",     "Kiều Văn Ân",
    "Hà Thị Phương Uyên"};

std::string identifier_of_candidate(std::size_t i) {
    return "thi-sinh-" + std::to_string(i + 1) + "@demo";
}

core::AccountId account_of(Site& site, const NewPerson& person) {
    const auto known = site.store().ask(
        [&](const store::Reader& read) { return read.account_named(person.identifier); });
    if (known) return known->account;
    const auto made = add_account(site, person);
    if (!made) throw store::StoreError(person.identifier + ": " + made.error().detail.en);
    return *made;
}

NewPerson new_person(const Persona& persona) {
    return {.identifier = std::string{persona.identifier},
            .full_name = std::string{persona.full_name},
            .password = std::string{password},
            .administrator = persona.administrator,
            .demo = true};
}

} // namespace

const std::vector<Persona>& personas() {
    static const std::vector<Persona> all{
        {"quan-tri@demo", "Nguyễn Quản Trị", "Quản trị trang", "administrator", {}, true},
        {"chu-tich@demo", "Trần Hữu Đức", "Chủ tịch hội đồng", "chair", {Role::chair}},
        {"pho-chu-tich@demo",
         "Lê Thị Minh Tâm",
         "Phó chủ tịch, người duyệt thứ hai",
         "vice chair, second approver",
         {Role::vice_chair}},
        {"thu-ky@demo", "Phạm Thu Hằng", "Thư ký hội đồng", "secretary", {Role::secretary}},
        {"tham-dinh-1@demo", "Đỗ Văn Thành", "Người thẩm định 1", "verifier 1", {Role::verifier}},
        {"tham-dinh-2@demo",
         "Vũ Thị Kim Oanh",
         "Người thẩm định 2",
         "verifier 2",
         {Role::verifier}},
        {"ra-de@demo", "Hồ Quang Khải", "Ban đề thi", "setter", {Role::setter}},
        {"coi-thi-1@demo",
         "Bùi Anh Dũng",
         "Trưởng ban coi thi",
         "head of invigilation",
         {Role::head_of_invigilation, Role::invigilator}},
        {"coi-thi-2@demo", "Đặng Thị Lan", "Cán bộ coi thi", "invigilator", {Role::invigilator}},
        {"lam-phach@demo", "Ngô Văn Phú", "Ban phách", "blinder", {Role::blinder}},
        {"cham-thi-1@demo", "Dương Đình Quý", "Cán bộ chấm thi 1", "marker 1", {Role::marker}},
        {"cham-thi-2@demo", "Lý Thị Thanh", "Cán bộ chấm thi 2", "marker 2", {Role::marker}},
        {"cham-thi-3@demo", "Hoàng Ngọc Sơn", "Cán bộ chấm thi 3", "marker 3", {Role::marker}},
        {"uy-vien-1@demo",
         "Phan Đình Trung",
         "Ủy viên hội đồng 1",
         "council member 1",
         {Role::council_member}},
        {"uy-vien-2@demo",
         "Võ Thị Ngọc Uyển",
         "Ủy viên hội đồng 2",
         "council member 2",
         {Role::council_member}},
        {"uy-vien-3@demo",
         "Huỳnh Văn Vượng",
         "Ủy viên hội đồng 3",
         "council member 3",
         {Role::council_member}},
        {"kiem-toan@demo", "Mai Thị Xuân", "Kiểm tra viên", "auditor", {Role::auditor}},
        {"thi-sinh-1@demo", "Nguyễn Minh Hà", "Thí sinh 1", "candidate 1"},
        {"thi-sinh-2@demo", "Trần Văn An", "Thí sinh 2", "candidate 2"},
        {"thi-sinh-3@demo", "Lê Thị Yến", "Thí sinh 3", "candidate 3"}};
    return all;
}

Cast cast(Site& site, std::size_t candidates) {
    Cast cast;
    for (const auto& persona : personas()) {
        const auto account = account_of(site, new_person(persona));
        if (persona.administrator)
            cast.administrator = account;
        else
            (persona.roles.empty() ? cast.candidates : cast.officials)
                .push_back({account, std::string{persona.identifier},
                            std::string{persona.full_name}, persona.roles});
    }
    while (cast.candidates.size() < candidates) {
        const auto i = cast.candidates.size();
        const std::string name{more_candidates[i % std::size(more_candidates)]};
        const NewPerson person{.identifier = identifier_of_candidate(i),
                               .full_name = name,
                               .password = "",
                               .demo = true};
        cast.candidates.push_back({account_of(site, person), person.identifier, name, {}});
    }
    return cast;
}

std::vector<PersonaLink> links(Site& site) {
    std::vector<PersonaLink> links;
    for (const auto& persona : personas()) {
        const auto account = site.store().ask([&](const store::Reader& read) {
            return read.account_named(std::string{persona.identifier});
        });
        if (!account) throw store::StoreError("no demo in this data folder");
        links.push_back(
            {&persona, add_link(site, account->account, {.reusable = true, .lives = link_life})});
    }
    return links;
}

} // namespace thi::app::demo
