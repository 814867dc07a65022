// The auditor of a running site: verify over a snapshot of its own database, tables included.
//
// The key is the one that the site published; an outsider pins it from the notice instead and runs
// `thituyen verify`.

#pragma once
#include "http/auditor.h"
#include "store/vault.h"

#include <filesystem>

namespace thi::http {

class StoreAuditor : public Auditor {
  public:
    // The vault outlives this.
    StoreAuditor(std::filesystem::path database, const store::Vault& vault)
        : database_(std::move(database)), vault_(vault) {}

    api::VerifyReport audit(core::ContestId contest) override;

  private:
    std::filesystem::path database_;
    const store::Vault& vault_;
};

} // namespace thi::http
