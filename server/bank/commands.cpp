#include "bank/commands.h"

#include "bank/json.h"

namespace thi::bank {

core::Result<Report> check_file(std::string_view json, std::optional<PaperLength> paper) {
    const auto bank = read(json);
    if (!bank) return bank.error();
    return report(*bank, paper);
}

core::Result<Exported> export_file(std::string_view json, FileFormat to, OnLoss on_loss) {
    const auto bank = read(json);
    if (!bank) return bank.error();
    if (to == FileFormat::json) return Exported{write(*bank), {}};
    auto exported = export_gift(*bank);
    if (!exported.losses.empty() && on_loss == OnLoss::refuse) return refusal_for(exported.losses);
    return exported;
}

core::Result<ImportedFile> import_file(std::string_view bytes, FileFormat from,
                                       const ImportDefaults& defaults, OnLoss on_loss) {
    if (from == FileFormat::json) {
        const auto bank = read(bytes);
        if (!bank) return bank.error();
        return ImportedFile{write_readable(*bank), {}, {}};
    }
    auto imported = import_gift(bytes, defaults);
    if (!imported) return imported.error();
    if (!imported->losses.empty() && on_loss == OnLoss::refuse)
        return refusal_for(imported->losses);
    ImportedFile out;
    out.json = write_readable(imported->bank);
    out.losses = std::move(imported->losses);
    const auto again = read(out.json);
    if (!again) out.incomplete = again.error();
    return out;
}

} // namespace thi::bank
